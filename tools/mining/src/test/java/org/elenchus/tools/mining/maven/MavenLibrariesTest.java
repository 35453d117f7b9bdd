package org.elenchus.tools.mining.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.elenchus.tools.mining.maven.TestRepository.dependency;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.Jar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenLibrariesTest {
    private static final RepositoryCoordinate LIB = new RepositoryCoordinate("maven:org.t:lib:1");

    @TempDir
    Path folder;

    private TestRepository remote;

    @BeforeEach
    void repository() throws Exception {
        remote = new TestRepository(folder);
    }

    private void published(String body) throws Exception {
        remote.library("lib", "1", body)
                .jar("lib", "1", "sources", new Jar().with("A.java", "class A {}"))
                .jar("lib", "1", "test-sources", new Jar().with("ATest.java", "class ATest {}"));
    }

    private SourceJars fetch() throws Exception {
        try (MavenLibraries libraries = remote.libraries(false)) {
            return libraries.fetch(LIB);
        }
    }

    @Test
    void resolves_every_scope_with_parents_and_managed_versions() throws Exception {
        remote.pom(
                "parent",
                "7",
                "<packaging>pom</packaging><properties><maven.compiler.source>1.8</maven.compiler.source>"
                        + "<maven.compiler.release>11</maven.compiler.release></properties><dependencyManagement><dependencies>"
                        + dependency("managed", "3", "compile") + "</dependencies></dependencyManagement>");
        remote.library("managed", "3", "<dependencies>" + dependency("deep", "1", "runtime") + "</dependencies>")
                .library("deep", "1", "")
                .library("given", "1", "")
                .library("helper", "1", "<dependencies>" + dependency("lib", "0", "compile") + "</dependencies>")
                .library("lib", "0", "");
        published(
                "<parent><groupId>org.t</groupId><artifactId>parent</artifactId><version>7</version></parent><dependencies>"
                        + dependency("managed", "", "compile") + dependency("given", "1", "provided")
                        + dependency("helper", "1", "test")
                        + "<dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.0-absent</version><scope>test</scope></dependency>"
                        + "</dependencies>");
        SourceJars jars = fetch();
        assertThat(jars.classPath().jars().stream().map(DependencyJar::coordinate))
                .containsExactlyInAnyOrder(
                        "org.t:managed:jar:3", "org.t:deep:jar:1", "org.t:given:jar:1", "org.t:helper:jar:1");
        assertThat(jars.classPath().notes()).isEmpty();
        assertThat(jars.release()).isEqualTo(11);
        assertThat(jars.sources()).exists().startsWith(remote.local());
        assertThat(jars.testSources()).exists();
    }

    @Test
    void leaves_out_a_test_dependency_that_exists_nowhere_and_notes_it() throws Exception {
        published("<dependencies>" + dependency("gone", "1", "test") + "</dependencies>");
        assertThat(fetch().classPath().notes())
                .singleElement()
                .asString()
                .contains("org.t:gone:jar:1")
                .contains("left out");
    }

    @Test
    void will_not_do_without_a_compile_dependency() throws Exception {
        published("<dependencies>" + dependency("gone", "1", "compile") + "</dependencies>");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("org.t:gone:jar:1")
                .hasMessageContaining("could not be fetched");
    }

    @Test
    void tells_an_unknown_library_from_one_without_sources() throws Exception {
        assertThatThrownBy(this::fetch)
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("org.t:lib:1 is in none of the repositories")
                .hasMessageContaining("misspellings");
        remote.library("lib", "1", "");
        assertThatThrownBy(this::fetch).hasMessageContaining("without a sources jar");
        remote.jar("lib", "1", "sources", new Jar().with("A.java", "class A {}"));
        assertThatThrownBy(this::fetch)
                .hasMessageContaining("without a test-sources jar")
                .hasMessageContaining("dir:PATH");
    }

    @Test
    void offline_it_serves_what_was_fetched_and_says_what_was_not() throws Exception {
        published("");
        try (MavenLibraries offline = remote.libraries(true)) {
            assertThatThrownBy(() -> offline.fetch(LIB))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("Maven is offline")
                    .hasMessageContaining(remote.local().toString());
        }
        fetch();
        try (MavenLibraries offline = remote.libraries(true)) {
            assertThat(offline.fetch(LIB).sources()).exists();
        }
    }

    @Test
    void an_active_profile_of_the_settings_adds_its_repository() throws Exception {
        published("");
        remote.settings(
                """
                <settings>
                  <mirrors>
                    <mirror><id>nowhere</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                  <profiles>
                    <profile><id>mine</id><repositories>
                      <repository><id>mine</id><url>%s</url></repository>
                    </repositories></profile>
                  </profiles>
                  <activeProfiles><activeProfile>mine</activeProfile></activeProfiles>
                </settings>
                """.formatted(folder.resolve("empty").toUri(), remote.root().toUri()));
        assertThat(fetch().sources()).exists();
    }

    @Test
    void names_the_settings_file_that_is_broken() throws Exception {
        remote.settings("<settings><mirrors></settings>");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("settings")
                .hasMessageContaining("settings.xml");
    }

    @Test
    void reads_a_source_tree_by_its_pom_with_the_parent_next_door() throws Exception {
        remote.library("used", "1", "");
        Path tree = Files.createDirectories(folder.resolve("project/module"));
        Files.writeString(folder.resolve("project/pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>org.p</groupId><artifactId>p</artifactId><version>1</version><packaging>pom</packaging>
                <properties><maven.compiler.release>17</maven.compiler.release></properties></project>
                """);
        Files.writeString(
                tree.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion>"
                        + "<parent><groupId>org.p</groupId><artifactId>p</artifactId><version>1</version></parent>"
                        + "<artifactId>m</artifactId><dependencies>" + dependency("used", "1", "test")
                        + "</dependencies></project>");
        try (MavenLibraries libraries = remote.libraries(false)) {
            MavenProject project = libraries.read(tree);
            assertThat(project.release()).isEqualTo(17);
            assertThat(project.mainSources()).isEqualTo(tree.resolve("src/main/java"));
            assertThat(project.testResources()).containsExactly(tree.resolve("src/test/resources"));
            assertThat(project.classPath().jars().stream().map(DependencyJar::coordinate))
                    .containsExactly("org.t:used:jar:1");
            assertThat(libraries.read(folder.resolve("no-pom")))
                    .isEqualTo(MavenProject.standard(folder.resolve("no-pom")));
        }
    }

    @Test
    void a_resource_folder_is_named_once_and_the_modules_own_or_one_above_it_never() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("project/module"));
        Files.writeString(tree.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>org.p</groupId><artifactId>m</artifactId><version>1</version>
                <build>
                  <resources>
                    <resource><directory>${basedir}</directory><includes><include>NOTICE</include></includes></resource>
                    <resource><directory>src/main/resources</directory><filtering>true</filtering></resource>
                    <resource><directory>src/main/../main/resources/</directory></resource>
                    <resource><directory>..</directory></resource>
                    <resource><directory>../shared</directory></resource>
                  </resources>
                  <testResources>
                    <testResource><directory>./</directory></testResource>
                    <testResource><directory>data</directory></testResource>
                    <testResource><directory>data</directory></testResource>
                  </testResources>
                </build></project>
                """);
        try (MavenLibraries libraries = remote.libraries(true)) {
            MavenProject project = libraries.layout(tree);
            assertThat(project.mainResources())
                    .containsExactly(tree.resolve("src/main/resources"), folder.resolve("project/shared"));
            assertThat(project.testResources()).containsExactly(tree.resolve("data"));
        }
    }

    private static final Map<String, String> SECRETS = Map.of(
            "env.TOKEN",
            "secret",
            "elenchus.token",
            "secret",
            "sun.java.command",
            "secret",
            "javax.net.token",
            "secret");

    @ParameterizedTest
    @ValueSource(strings = {"env.TOKEN", "TOKEN", "elenchus.token", "sun.java.command", "javax.net.token"})
    void a_pom_is_not_told_the_environment_or_the_options_of_this_program(String name) throws Exception {
        remote.library("used", "secret", "");
        published("<dependencies>" + dependency("used", "${" + name + "}", "compile") + "</dependencies>");
        try (MavenLibraries libraries = remote.libraries(false, SECRETS)) {
            assertThatThrownBy(() -> libraries.fetch(LIB))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("${" + name + "}");
        }
    }

    @Test
    void the_pom_of_a_dependency_is_not_told_either() throws Exception {
        remote.library("deep", "secret", "")
                .library(
                        "used",
                        "1",
                        "<dependencies>" + dependency("deep", "${env.TOKEN}", "compile") + "</dependencies>");
        published("<dependencies>" + dependency("used", "1", "compile") + "</dependencies>");
        try (MavenLibraries libraries = remote.libraries(false, SECRETS)) {
            assertThatThrownBy(() -> libraries.fetch(LIB)).hasMessageContaining("${env.TOKEN}");
        }
    }

    @Test
    void a_pom_may_choose_by_the_java_it_is_read_with() throws Exception {
        remote.library("used", "25", "");
        published("<dependencies>" + dependency("used", "${java.version}", "compile") + "</dependencies>");
        assertThat(fetch().classPath().jars().stream().map(DependencyJar::coordinate))
                .containsExactly("org.t:used:jar:25");
    }

    @Test
    void the_users_own_settings_may_read_the_environment() throws Exception {
        published("");
        remote.settings("""
                <settings><mirrors>
                  <mirror><id>folder</id><mirrorOf>*</mirrorOf><url>${env.WHERE}</url></mirror>
                </mirrors></settings>
                """);
        try (MavenLibraries libraries = remote.libraries(
                false, Map.of("env.WHERE", remote.root().toUri().toString()))) {
            assertThat(libraries.fetch(LIB).sources()).exists();
        }
    }

    /** Settings with the library's own repository alone, so that others are asked under their own addresses. */
    private TestRepository elsewhere() throws Exception {
        remote.settings("""
                <settings>
                  <mirrors>
                    <mirror><id>folder</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(remote.root().toUri()));
        return new TestRepository(folder.resolve("elsewhere"));
    }

    private static String repository(String id, String url) {
        return "<repositories><repository><id>" + id + "</id><url>" + url + "</url></repository></repositories>";
    }

    @Test
    void a_repository_whose_address_is_a_property_is_asked_at_that_address() throws Exception {
        TestRepository other = elsewhere().library("used", "1", "");
        remote.pom(
                "parent",
                "1",
                "<packaging>pom</packaging><properties><where>"
                        + folder.resolve("nowhere").toUri() + "</where></properties>"
                        + repository("other", "${where}"));
        published(
                "<parent><groupId>org.t</groupId><artifactId>parent</artifactId><version>1</version></parent><properties><where>"
                        + other.root().toUri() + "</where></properties><dependencies>"
                        + dependency("used", "1", "compile") + "</dependencies>");
        assertThat(fetch().classPath().jars().stream().map(DependencyJar::coordinate))
                .containsExactly("org.t:used:jar:1");
    }

    @Test
    void no_pom_takes_the_place_of_a_repository_of_the_settings() throws Exception {
        TestRepository other = elsewhere().library("used", "1", "");
        remote.settings("""
                <settings>
                  <mirrors>
                    <mirror><id>folder</id><mirrorOf>central</mirrorOf><url>%1$s</url></mirror>
                  </mirrors>
                  <profiles>
                    <profile><id>mine</id><repositories>
                      <repository><id>mine</id><url>%1$s</url></repository>
                    </repositories></profile>
                  </profiles>
                  <activeProfiles><activeProfile>mine</activeProfile></activeProfiles>
                </settings>
                """.formatted(remote.root().toUri()));
        published(repository("mine", other.root().toUri().toString()) + "<dependencies>"
                + dependency("used", "1", "compile") + "</dependencies>");
        assertThatThrownBy(this::fetch).hasMessageContaining("org.t:used:jar:1");
    }
}
