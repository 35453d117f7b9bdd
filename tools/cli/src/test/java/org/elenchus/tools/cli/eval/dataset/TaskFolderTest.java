package org.elenchus.tools.cli.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.maven.DependencyJar;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFolderTest {
    @TempDir
    Path outer;

    private Path task;

    @BeforeEach
    void sources() throws Exception {
        task = outer.resolve("task");
        Files.createDirectories(task.resolve("broken/java"));
        Files.createDirectories(task.resolve("tests/java"));
        Files.writeString(task.resolve("own.jar"), "");
        Files.writeString(outer.resolve("other.jar"), "");
    }

    private MavenProject project(String json) throws Exception {
        Files.writeString(task.resolve("task.json"), json);
        try (MavenLibraries libraries = MavenLibraries.ofThisMachine(true)) {
            return new TaskFolder(task).broken(TaskFile.read(task), libraries);
        }
    }

    @Test
    void jars_of_its_own_are_on_the_class_path() throws Exception {
        MavenProject project = project("{\"classPath\":[\"own.jar\"],\"javaRelease\":9}");

        assertThat(project.classPath().jars()).containsExactly(new DependencyJar("own.jar", task.resolve("own.jar")));
        assertThat(project.release()).isEqualTo(9);
        assertThat(project.mainSources()).isEqualTo(task.resolve("broken/java"));
        assertThat(project.testSources()).isEqualTo(task.resolve("tests/java"));
    }

    @Test
    void jars_elsewhere_are_not() {
        assertThatThrownBy(() -> project("{\"classPath\":[\"../other.jar\"]}"))
                .isInstanceOf(InvalidTask.class)
                .hasMessage("classPath names ../other.jar, which is no jar in the task's folder");
        assertThatThrownBy(() -> project("{\"classPath\":[\"none.jar\"]}")).isInstanceOf(InvalidTask.class);
    }

    @Test
    void a_link_to_a_jar_is_none() throws Exception {
        Files.createSymbolicLink(task.resolve("link.jar"), outer.resolve("other.jar"));

        assertThatThrownBy(() -> project("{\"classPath\":[\"link.jar\"]}"))
                .isInstanceOf(InvalidTask.class)
                .hasMessage("classPath names link.jar, which is no jar in the task's folder");
    }

    @Test
    void a_dependency_that_is_none_is_said() {
        assertThatThrownBy(() -> project("{\"dependencies\":[\"lang3\"]}"))
                .isInstanceOf(InvalidTask.class)
                .hasMessageContaining("'lang3' of task is no dependency; write GROUP:ARTIFACT:VERSION");
    }

    @Test
    void a_folder_without_a_broken_tree_is_no_task() throws Exception {
        Files.delete(task.resolve("broken/java"));

        assertThatThrownBy(() -> project("{}"))
                .isInstanceOf(InvalidTask.class)
                .hasMessageContaining("there are no main sources in");
    }

    @Test
    void a_fixed_tree_has_main_sources() throws Exception {
        assertThat(new TaskFolder(task).fixed()).isEmpty();
        Files.createDirectories(task.resolve("fixed/java/x"));
        Files.writeString(task.resolve("fixed/java/x/A.java"), "class A {}");
        assertThat(new TaskFolder(task).fixed()).containsOnlyKeys("x/A.java");

        Files.move(task.resolve("fixed/java"), task.resolve("fixed/other"));
        assertThatThrownBy(() -> new TaskFolder(task).fixed()).hasMessageContaining("fixed/ holds no src/main/java");
    }

    private Path repaired() throws Exception {
        return Files.createDirectories(task.resolve("fixed/java/x")).resolve("A.java");
    }

    @Test
    void a_repaired_source_that_is_not_utf_8_is_named() throws Exception {
        Files.write(repaired(), "// \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new TaskFolder(task).fixed())
                .isInstanceOf(InvalidTask.class)
                .hasMessage("fixed/ holds x/A.java, which is not UTF-8; convert it");
    }

    @Test
    void a_repaired_source_that_is_too_large_is_named() throws Exception {
        long most = IntakeLimits.DEFAULT.fileBytes();
        try (RandomAccessFile file = new RandomAccessFile(repaired().toFile(), "rw")) {
            file.setLength(most + 1);
        }

        assertThatThrownBy(() -> new TaskFolder(task).fixed())
                .isInstanceOf(InvalidTask.class)
                .hasMessage("fixed/ holds x/A.java, which is larger than " + most + " bytes");
    }
}
