package org.elenchus.tools.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachCommandTest {
    private static final String MAIN = """
            package tiny;

            public class Numbers {
                public String sign(int n) {
                    if (n %s 0) {
                        return "negative";
                    }
                    return "positive";
                }
            }
            """;

    private static final String TEST = """
            package tiny;

            import static org.junit.jupiter.api.Assertions.assertEquals;

            import org.junit.jupiter.api.Test;

            class NumbersTest {
                @Test
                void signs() {
                    assertEquals("negative", new Numbers().sign(-1));
                    assertEquals("positive", new Numbers().sign(0));
                }
            }
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void states_that_fail_a_test_are_counted_by_family_and_listed() throws Exception {
        write("tiny/src/main/java/tiny/Numbers.java", MAIN.formatted("<"));
        write("tiny/src/test/java/tiny/NumbersTest.java", TEST);
        Path json = folder.resolve("reach.json");

        Typed typed = Typed.in(
                folder.resolve("data"),
                "bench",
                "reach",
                "dir:" + folder.resolve("tiny"),
                "--sites",
                "2",
                "--slots",
                "1",
                "--json",
                json.toString());

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("boundary", "chance per try");
        JsonNode repository =
                ProtocolJson.mapper().readTree(Files.readAllBytes(json)).at("/repositories/0");
        assertThat(repository.at("/families/0/family").asText()).isEqualTo("boundary");
        assertThat(repository.at("/families/0/share").asDouble()).isEqualTo(1);
        JsonNode state = repository.at("/states/0");
        assertThat(state.at("/mendedBy").asText()).isEqualTo("boundary");
        assertThat(state.at("/rank").asInt()).isPositive();
        assertThat(state.at("/logProbability").asDouble()).isNegative();
    }

    @Test
    void real_fixes_are_read_from_their_folders() throws Exception {
        write("pairs/one/broken/tiny/Numbers.java", MAIN.formatted("<="));
        write("pairs/one/fixed/tiny/Numbers.java", MAIN.formatted("<"));
        write("pairs/other/broken/tiny/Numbers.java", MAIN.formatted("<"));
        write("pairs/other/fixed/tiny/Numbers.java", MAIN.formatted("< 1 + unheardOf() -"));

        Typed typed = Typed.in(
                folder.resolve("data"),
                "bench",
                "reach",
                "--pairs",
                folder.resolve("pairs").toString());

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("boundary", "ingredient not in the file", "1 of 2 by one edit, 0 by two, 1 by neither");
    }

    @Test
    void a_task_that_is_not_utf_8_is_named() throws Exception {
        write("pairs/one/fixed/Numbers.java", MAIN);
        Path odd = write("pairs/one/broken/Numbers.java", "");
        Files.write(odd, "// \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        Typed typed = Typed.in(
                folder.resolve("data"),
                "bench",
                "reach",
                "--pairs",
                folder.resolve("pairs").toString());

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains(odd.toString(), "is not UTF-8; convert it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sites 0 | --sites must be at least 1",
                "--slots 0 | --slots must be at least 1",
                "--edits mend | leave out --edits",
                "--pairs /no/such/folder | is not a folder",
                "--pairs /no/such/folder --real-bugs | name one",
                "--libraries commons-cli:commons-cli | add --real-bugs",
                "--real-bugs --libraries cli | the list has no bug of these",
                "--json /no/such/folder/x.json | does not exist"
            })
    void a_mistake_is_one_line_and_exit_code_2(String options, String said) {
        Typed typed = Typed.in(folder.resolve("data"), ("bench reach " + options).split(" ", -1));

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).contains(said);
    }

    @Test
    void a_folder_without_tasks_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("pairs"));

        Typed typed = Typed.in(
                folder.resolve("data"),
                "bench",
                "reach",
                "--pairs",
                folder.resolve("pairs").toString());

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("has both broken/ and fixed/");
    }
}
