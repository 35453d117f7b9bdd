package org.elenchus.tools.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.TestRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedRevisionTest {
    @TempDir
    Path folder;

    private GitProject git;

    @BeforeEach
    void make() throws Exception {
        assumeTrue(Programs.areHere("git"), "SKIPPED: there is no git on this machine");
        git = new GitProject(folder.resolve("shop"));
        git.write("pom.xml", """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>org.t</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
                <properties><maven.compiler.release>17</maven.compiler.release></properties></project>
                """);
        git.write("core/pom.xml", """
                <project><modelVersion>4.0.0</modelVersion>
                <parent><groupId>org.t</groupId><artifactId>parent</artifactId><version>1</version></parent>
                <artifactId>core</artifactId></project>
                """);
        git.write("core/src/main/java/A.java", "class A {}\n");
        git.write("corella/src/main/java/B.java", "class B {}\n");
        git.commit("one");
    }

    private ExportedRevision exported(String module) throws Exception {
        return ExportedRevision.of(
                new RepositoryCoordinate("git:" + git.folder() + "@main:" + module), IntakeLimits.DEFAULT);
    }

    @Test
    void a_module_comes_without_its_neighbours_and_history_and_with_the_parents_of_its_pom() throws Exception {
        Path export;
        try (MavenLibraries libraries = new TestRepository(folder).libraries(false);
                ExportedRevision revision = exported("core")) {
            export = revision.module().getParent();
            try (Stream<Path> files = Files.walk(export)) {
                assertThat(files.filter(Files::isRegularFile)
                                .map(file -> export.relativize(file).toString()))
                        .containsExactlyInAnyOrder("pom.xml", "core/pom.xml", "core/src/main/java/A.java");
            }
            assertThat(revision.layout(libraries).release()).isEqualTo(17);
            assertThat(revision.layout(libraries).mainSources())
                    .isEqualTo(revision.module().resolve("src/main/java"));
        }
        assertThat(export).as("it is gone when it is closed").doesNotExist();
    }

    @Test
    void a_pom_that_names_folders_outside_of_the_repository_is_refused() throws Exception {
        for (String outside : new String[] {"/etc", "../../../../etc"}) {
            git.write("core/pom.xml", """
                    <project><modelVersion>4.0.0</modelVersion>
                    <groupId>org.t</groupId><artifactId>core</artifactId><version>1</version>
                    <build><resources><resource><directory>%s</directory></resource></resources></build></project>
                    """.formatted(outside));
            git.commit(outside);
            try (MavenLibraries libraries = new TestRepository(folder).libraries(false);
                    ExportedRevision revision = exported("core")) {
                assertThatThrownBy(() -> revision.project(libraries))
                        .isInstanceOf(RepositoryFault.class)
                        .hasMessageContaining("names folders outside of the repository");
            }
        }
    }

    @Test
    void a_module_that_is_not_there_or_leads_out_is_refused_with_a_remedy() {
        assertThatThrownBy(() -> exported("none").close())
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("Name one Maven module");
        assertThatThrownBy(() -> exported("../shop/core").close())
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("not the folder of a module");
    }
}
