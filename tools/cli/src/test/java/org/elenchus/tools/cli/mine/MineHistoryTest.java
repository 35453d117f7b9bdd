package org.elenchus.tools.cli.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MineHistoryTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsGit() {
        boolean here = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "git")));
        assumeTrue(here, "SKIPPED: there is no git on this machine");
    }

    private Typed mine(String... arguments) throws Exception {
        return Typed.in(
                folder.resolve("data"),
                Stream.concat(Stream.of("mine"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static JsonNode json(Path file) throws Exception {
        return ProtocolJson.mapper().readTree(Files.readAllBytes(file));
    }

    @Test
    void the_bug_that_a_commit_mended_becomes_a_folder_that_names_the_commit() throws Exception {
        GitLibrary library = new GitLibrary(folder.resolve("shop"));
        Path report = folder.resolve("report.json");
        Path tasks = folder.resolve("tasks");
        Path list = folder.resolve("list.json");
        String[] command = {
            "--history",
            library.coordinate(),
            "--module",
            "core/",
            "--slots",
            "1",
            "--out",
            tasks.toString(),
            "--list",
            list.toString(),
            "--json",
            report.toString()
        };

        Typed found = mine(command);

        assertThat(found.err())
                .contains("searching core ", "(3 of 3)", "1 genuine, 0 mixed")
                .doesNotContain("elenchus: ");
        assertThat(found.exitCode()).isZero();
        assertThat(found.out())
                .containsPattern("looked at +6\n")
                .containsPattern("merges +1\n")
                .containsPattern("have no parent here +1\n")
                .containsPattern("promising +3\n")
                .containsPattern("no test fails on the parent by behaviour +2\n")
                .containsPattern("with a genuine bug +1\n")
                .containsPattern("guard added +1 +1 +3\n")
                .containsPattern("core/" + library.fix().substring(0, 10) + "/Ruler.pieces/\\w+ +statement +yes +"
                        + "Pieces of no length \\\\u001b\\[31mdo not fit and so on")
                .doesNotContain("\u001b");
        JsonNode json = json(report);
        assertThat(json.at("/passedOver/merge").asInt()).isEqualTo(1);
        assertThat(json.at("/commits")).hasSize(3);
        assertThat(json.at("/pairs/1/bugs/0/to").asText()).isEqualTo(library.fix());
        assertThat(json(list).at("/bugs")).hasSize(1);

        Path task;
        try (Stream<Path> folders = Files.list(tasks)) {
            task = folders.findFirst().orElseThrow();
        }
        JsonNode described = json(task.resolve("task.json"));
        assertThat(described.get("commit").asText()).isEqualTo(library.fix());
        assertThat(described.get("module").asText()).isEqualTo("core");
        assertThat(described.get("subject").asText())
                .startsWith("Pieces of no length \\u001b[31mdo not fit")
                .hasSize(120)
                .endsWith("…");
        assertThat(Files.readString(task.resolve("task.json")))
                .as("where the clone lies is not told")
                .doesNotContain(folder.toString());
        assertThat(described.get("statement").asText()).doesNotContain("Pieces of no length");
        assertThat(task.resolve("broken/java/org/x/Ruler.java")).content().doesNotContain("piece <= 0");
        assertThat(task.resolve("fixed/java/org/x/Ruler.java")).content().contains("piece <= 0");
        assertThat(described.get("failToPass").get(0).asText()).endsWith("no_length()");

        Files.delete(task.resolve("task.json"));
        Path stale = Files.writeString(task.resolve("broken/java/org/x/Stale.java"), "class Stale {}");
        Path notes = Files.writeString(task.resolve("notes.txt"), "mine");

        Typed again = mine(command);
        assertThat(task.resolve("task.json")).as("written again").exists();
        assertThat(stale).doesNotExist();
        assertThat(notes).as("no part of a task").exists();
        assertThat(again.err()).as("it goes on where it was").doesNotContain("searching ");
        assertThat(again.out()).isEqualTo(found.out());
        Typed made = mine("--list", list.toString(), "--slots", "1");
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).containsPattern("all +1 +1 +1 +1");
    }

    @Test
    void of_a_repository_with_several_modules_one_has_to_be_named() throws Exception {
        GitLibrary library = new GitLibrary(folder.resolve("shop"));

        Typed result = mine("--history", library.coordinate());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("elenchus: ").contains("--module DIR: core");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--history maven:a:b:1                            | takes git:PATH",
                "--history nonsense                               | does not name a repository",
                "--history git:no/such/folder                     | There is no folder",
                "--history git:. --module ../x                    | is not the folder of a module",
                "--history git:.@v1:core --module core            | named twice",
                "--history git:. --discover                       | one of them at a time",
                "--history git:. --libraries a:b                  | --libraries is for releases",
                "--history git:. --commits 0                      | --commits must be at least 1",
                "--history git:. --candidates 0                   | --candidates must be at least 1",
                "--history git:. --since yesterday                | write it as YYYY-MM-DD",
                "--module core                                    | are for --history",
                "--commits 9                                      | are for --history",
                "--candidates 9                                   | are for --history",
                "--out FILE                                       | is no folder",
                "--out FILE/in/it                                 | is no folder"
            })
    void what_cannot_be_meant_is_said_with_a_remedy_before_anything_begins(String typed, String said) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        Typed result = mine(typed.strip().replace("FILE", file.toString()).split(" ", -1));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("elenchus: ").contains(said);
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
