package org.elenchus.tools.cli.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFileTest {
    @TempDir
    Path folder;

    private TaskFile read(String json) throws Exception {
        Files.writeString(folder.resolve("task.json"), json);
        return TaskFile.read(folder);
    }

    @Test
    void what_is_left_out_has_its_default() throws Exception {
        TaskFile file = read("{}");

        assertThat(file.id()).isEqualTo(String.valueOf(folder.getFileName()));
        assertThat(file.javaRelease()).isEmpty();
        assertThat(file.failToPass()).as("all that fail").isEmpty();
        assertThat(file.heldBack()).isEmpty();
    }

    @Test
    void fields_of_other_tools_do_not_disturb() throws Exception {
        TaskFile file = read("{\"id\":\"a\",\"javaRelease\":11,\"failToPass\":[\"x.T#m()\"],\"passToPass\":[],"
                + "\"dependencies\":[\"g:a:1\"],\"classPath\":[\"lib/a.jar\"],\"category\":\"guard\"}");

        assertThat(file.id()).isEqualTo("a");
        assertThat(file.javaRelease()).hasValue(11);
        assertThat(file.failToPass()).containsExactly("x.T#m()");
        assertThat(file.dependencies()).containsExactly("g:a:1");
        assertThat(file.classPath()).containsExactly("lib/a.jar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[] | is no JSON object",
                "{\"id\": | is damaged in line 1",
                "{\"id\": 7} | id is no name",
                "{\"id\": \"\\u0007\"} | id is no name",
                "{\"javaRelease\": 7} | it must be a number from 8 on",
                "{\"javaRelease\": \"11\"} | it must be a number from 8 on",
                "{\"failToPass\": []} | failToPass names no test",
                "{\"failToPass\": \"all\"} | failToPass is no list",
                "{\"heldBack\": [1]} | heldBack holds 1, which is no name",
                "{\"classPath\": {}} | classPath is no list"
            })
    void what_cannot_be_meant_is_said(String json, String said) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidTask.class).hasMessageContaining(said);
    }

    @Test
    void a_folder_without_one_is_no_task() {
        assertThatThrownBy(() -> TaskFile.read(folder))
                .isInstanceOf(InvalidTask.class)
                .hasMessageContaining("there is no task.json");
    }

    @Test
    void one_that_is_too_large_is_not_read() {
        assertThatThrownBy(() -> read("{\"id\":\"" + "x".repeat(1_000_000) + "\"}"))
                .isInstanceOf(InvalidTask.class)
                .hasMessage("task.json is larger than 1000000 bytes");
    }

    @Test
    void one_that_is_not_utf_8_is_to_be_converted() throws Exception {
        Files.write(folder.resolve("task.json"), "{\"id\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> TaskFile.read(folder))
                .isInstanceOf(InvalidTask.class)
                .hasMessage("task.json is not UTF-8; convert it");
    }

    @Test
    void two_tasks_of_one_id_are_one_too_many() throws Exception {
        for (String name : new String[] {"a", "b", ".hidden"}) {
            Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("task.json"), "{\"id\":\"same\"}");
        }

        DataSet dataSet = DataSet.in(folder, "bugs");

        assertThat(dataSet.entries()).hasSize(2);
        assertThat(dataSet.entries().get(0)).isInstanceOf(DataSet.Readable.class);
        assertThat(dataSet.entries().get(1))
                .isInstanceOfSatisfying(
                        DataSet.Unreadable.class,
                        second -> assertThat(second.fault().reason())
                                .isEqualTo("its id same is that of a, too; change one of them"));
    }
}
