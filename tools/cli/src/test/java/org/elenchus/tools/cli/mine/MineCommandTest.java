package org.elenchus.tools.cli.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MineCommandTest {
    @TempDir
    Path folder;

    private Typed mine(String... arguments) throws Exception {
        return Typed.in(
                folder.resolve("data"),
                Stream.concat(Stream.of("mine"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static JsonNode json(Path file) throws Exception {
        return ProtocolJson.mapper().readTree(Files.readAllBytes(file));
    }

    @Test
    void a_mended_bug_is_found_listed_made_again_and_written_to_a_folder() throws Exception {
        Path list = folder.resolve("found.json");
        Path report = folder.resolve("report.json");
        Path tasks = folder.resolve("tasks");
        try (PublishedLibrary library = new PublishedLibrary(folder)) {
            Typed found = mine(
                    "--discover",
                    "--libraries",
                    "org.t:ruler",
                    "--slots",
                    "1",
                    "--list",
                    list.toString(),
                    "--json",
                    report.toString());

            assertThat(found.err()).contains("org.t:ruler: 1 pairs of releases", "searching ruler 1 → 2", "1 genuine");
            assertThat(found.exitCode()).isZero();
            assertThat(found.out())
                    .containsPattern("org.t:ruler +1 +1 +\\d+ +1 +1 +0 +0")
                    .contains("guard added");
            assertThat(json(list).at("/bugs/0/symbol").asText()).isEqualTo("Ruler.pieces");
            assertThat(json(report).at("/pairs/0/failingOnOlder").asInt()).isEqualTo(1);
            assertThat(Files.readString(list))
                    .as("no source text is written down")
                    .doesNotContain("piece <= 0");

            Typed made = mine("--list", list.toString(), "--out", tasks.toString(), "--json", report.toString());

            assertThat(made.err()).contains("maven:org.t:ruler:2: 1 bug").doesNotContain("elenchus: ");
            assertThat(made.exitCode()).isZero();
            assertThat(made.out()).containsPattern("org.t:ruler +1 +1 +1 +1");
            assertThat(json(report).at("/made").asInt()).isEqualTo(1);
            assertThat(json(report).at("/tasks/0/failToPass/0").asText())
                    .isEqualTo("org.x.RulerTest#pieces_of_no_length_do_not_fit()");
        }
        Path task;
        try (Stream<Path> folders = Files.list(tasks)) {
            task = folders.findFirst().orElseThrow();
        }
        assertThat(task.getFileName().toString()).startsWith("ruler-2-Ruler.pieces-");
        assertThat(task.resolve("broken/java/org/x/Ruler.java")).content().doesNotContain("piece <= 0");
        assertThat(task.resolve("fixed/java/org/x/Ruler.java")).content().contains("piece <= 0");
        assertThat(task.resolve("tests/java/org/x/RulerTest.java")).exists();
        JsonNode described = json(task.resolve("task.json"));
        assertThat(described.get("category").asText()).isEqualTo("guard-added");
        assertThat(described.get("javaRelease").asInt()).isEqualTo(17);
        assertThat(described.get("breakingDiff").asText()).contains("-        if (piece <= 0) {");
        assertThat(described.get("passToPass").get(0).asText()).endsWith("pieces_fit()");
    }

    @Test
    void a_list_that_does_not_fit_the_releases_makes_no_task_and_fails() throws Exception {
        Path list = folder.resolve("found.json");
        try (PublishedLibrary library = new PublishedLibrary(folder)) {
            mine("--discover", "--libraries", "org.t:ruler", "--slots", "1", "--list", list.toString());
            String digest = json(list).at("/bugs/0/pieces/0/removed").asText();
            Files.writeString(list, Files.readString(list).replace(digest, "0".repeat(64)));

            Typed made = mine("--list", list.toString());

            assertThat(made.exitCode()).isOne();
            assertThat(made.err()).contains("has other text at line").contains("--discover");
            assertThat(made.out()).containsPattern("all +1 +0 +0 +0");
        }
    }

    @Test
    void a_library_that_cannot_be_had_is_left_out_and_said() throws Exception {
        try (PublishedLibrary library = new PublishedLibrary(folder)) {
            Typed found = mine("--discover", "--libraries", "org.t:none");

            assertThat(found.exitCode()).isOne();
            assertThat(found.err()).contains("org.t:none is left out: No version of org.t:none");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--libraries lib                       | use GROUP:ARTIFACT",
                "--discover --releases 0               | --releases must be at least 1",
                "--discover --pair-minutes 0           | --pair-minutes must be at least 1",
                "--slots 0                             | --slots must be at least 1",
                "--discover --out tasks                | search first",
                "--list nowhere.json                   | cannot be read",
                "--libraries org.t:none                | the list has no bug of these libraries",
                "--json no/such/folder/a.json          | does not exist"
            })
    void what_cannot_be_meant_is_said_with_a_remedy_before_anything_begins(String typed, String said) throws Exception {
        Typed result = mine(typed.strip().split(" ", -1));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("elenchus: ").contains(said);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_list_says_how_to_get_one() throws Exception {
        Path list = Files.writeString(folder.resolve("a.json"), "{\"form\": \"other\"}");

        assertThat(mine("--list", list.toString()).err()).contains("is no list of real bugs", "--discover --list FILE");
    }
}
