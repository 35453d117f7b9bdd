package org.elenchus.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--iterations 0 | iterations must be at least 1",
                "--iterations -3 | iterations must be at least 1",
                "--tasks x | 'x' is not an int",
                "--rollouts 1 | rollouts must be at least 2",
                "--test-tasks 2147483647 | test tasks must be at most 10000; got 2147483647",
                "--rounds 201 | training rounds must be at most 200; got 201",
                "--workers 0 | --workers must be at least 1",
                "--learning-rate 0 | learning rate must be above 0 and finite; got 0.0",
                "--learning-rate NaN | learning rate must be above 0 and finite; got NaN",
                "--damping 0 | damping must be above 0 and finite; got 0.0",
                "--reward luck | luck",
                "--seed 1.5 | 1.5",
                "--train commons-cli | does not name a repository",
                "--train maven:a:b:1,maven:a:b:1 | listed twice in the train pool",
                "--train maven:a:b:1 --test maven:a:b:2 | is in both the train and the test pool",
                "--validation maven:commons-cli:commons-cli:1.9.0 | both the train and the validation pool",
                "--train maven:a:b:.. | does not name a repository",
                "--train dir:/no/such/folder | There is no folder /no/such/folder",
                "--train dir:src/test | has neither a pom.xml nor src/main/java",
                "--train dir:../mining --test dir:../cli/../mining | ../mining is in both the train and the test pool",
                "--train dir:/no/a --test dir:/no/./a/ | is in both the train and the test pool",
                "--train dir:/no/a --test git:/no/a@v1:core | is in both the train and the test pool",
                "--real-bugs --real-validation | the tasks of --validation are real bugs; name some of maven:",
                "--real-bugs --test maven:a:b:1 | maven:a:b:1 has no bug in the list",
                "--nonsense | --nonsense",
                "surplus | surplus",
                "--json /no/such/folder/out.json | does not exist",
                "--db-credentials file | name it with --db",
                "--db jdbc:h2:mem:x --db-credentials CREDENTIALS | is no URL of PostgreSQL",
                "--db jdbc:postgresql://me:secret@host/db --db-credentials CREDENTIALS | take them out of it"
            })
    void a_mistake_on_the_command_line_is_one_line_and_exit_code_2(String options, String said) throws Exception {
        Path data = folder.resolve("data");
        Path credentials = credentials();
        String[] words = ("evolve " + options.replace("CREDENTIALS", credentials.toString())).split(" ");

        Typed typed = Typed.in(data, words);

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).startsWith("elenchus: ").contains(said).doesNotContain("Exception");
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node | keeps its journal in PostgreSQL",
                "node --roles boss | --roles boss is none",
                "node --workers 0 | --workers must be at least 1",
                "node --port 0 --db jdbc:postgresql://127.0.0.1:1/x --db-credentials CREDENTIALS | got 0",
                "node --seed-node a --db jdbc:postgresql://127.0.0.1:1/x --db-credentials CREDENTIALS | not HOST:PORT: a",
                "node --seed-node a:1 --discovery config --db jdbc:postgresql://127.0.0.1:1/x --db-credentials CREDENTIALS"
                        + " | use one of them",
                "evolve --detach | name one with --cluster",
                "evolve --cluster 127.0.0.1:1 --detach --json x.json | --detach does not wait",
                "evolve --cluster 127.0.0.1:1 --workers 2 | --workers is for the nodes of the cluster",
                "experiment --cluster 127.0.0.1:1 --sandbox docker | --sandbox is for the nodes of the cluster",
                "evolve --cluster ftp://host | is no address",
                "experiment --seeds 1 --seed-tasks 10001 | seed tasks must be at most 10000; got 10001",
                "solver retrain --learning-rate 0.1,0 | --learning-rate must be a positive number",
                "solver retrain --damping x | 'x' is not a double",
                "solver retrain --epochs 2,0 | --epochs must be at least 1",
                "solver retrain --budgets 0 | --budgets must be at least 1",
                "solver retrain --advantage luck | luck",
                "cluster | name what to do",
                "cluster leave | HOST:PORT",
                "cluster status --cluster :: | is no address"
            })
    void a_mistake_about_a_cluster_or_of_another_command_is_one_line_and_exit_code_2(String words, String said)
            throws Exception {
        Path data = folder.resolve("data");
        Typed typed = Typed.in(
                data, words.replace("CREDENTIALS", credentials().toString()).split(" "));
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).startsWith("elenchus: ").contains(said).doesNotContain("Exception");
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run show",
                "run list",
                "skills list",
                "skills show x",
                "tasks list",
                "tasks show x",
                "solver show",
                "solver show run-1 --version 2 --against 1",
                "solver ablate",
                "solver ablate run-1 --version 2 --rollouts 4",
                "solver retrain",
                "solver retrain run-1 run-2 --learning-rate 0.02,0.1 --advantage gdpo,grpo",
                "audit digest"
            })
    void reading_where_nothing_was_run_is_exit_code_1_with_a_remedy(String command) {
        Typed typed = Typed.in(folder.resolve("data"), command.split(" "));

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).contains("elenchus evolve");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run list", "skills list", "tasks list", "audit digest", "evolve"})
    void credentials_that_others_may_read_are_refused_before_anything_is_done(String command) throws Exception {
        Path exposed = Files.setPosixFilePermissions(credentials(), PosixFilePermissions.fromString("rw-r--r--"));
        Path data = folder.resolve("data");
        String[] words = (command + " --db jdbc:postgresql://localhost:1/none --db-credentials " + exposed).split(" ");

        Typed typed = Typed.in(data, words);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("chmod 600 " + exposed).doesNotContain("secret");
        assertThat(data).doesNotExist();
    }

    private Path credentials() throws Exception {
        Path file = Files.writeString(folder.resolve("credentials"), "user=me\npassword=secret\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_file_in_place_of_the_data_folder_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        Typed typed = Typed.in(file, "evolve");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("is not a folder").doesNotContain("\tat ");
    }

    @Test
    void a_folder_in_place_of_the_json_file_is_refused() {
        Typed typed = Typed.in(folder.resolve("data"), "evolve", "--json", folder.toString());

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("is a folder");
    }

    @Test
    void an_experiment_in_a_cluster_needs_the_database_its_results_are_read_from() {
        Typed typed = Typed.in(folder.resolve("data"), "experiment", "--seeds", "1", "--cluster", "127.0.0.1:1");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("--db", "the cluster's database");
    }

    @Test
    void an_experiment_trains_on_no_folder_that_it_tests_on() {
        Typed typed = Typed.in(
                folder.resolve("data"), "experiment", "--train", "dir:../mining", "--test", "dir:../cli/../mining");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("is in both the train and the test pool");
    }

    @Test
    void a_report_of_an_experiment_without_a_finished_seed_is_none() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Typed typed = Typed.in(data, "experiment", "--seeds", "1", "--report-only", "--json", folder + "/r.json");

        assertThat(typed.exitCode()).isOne();
        assertThat(typed.err()).contains("no seed has all its strategies finished yet");
        assertThat(folder.resolve("r.json")).doesNotExist();
    }

    @Test
    void a_journal_that_cannot_be_read_is_not_taken_for_an_untrained_solver() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("journal.mv.db"), "not a journal");

        Typed typed = Typed.in(data, "eval", "--dataset", "src/test/resources/samples/bugs");

        assertThat(typed.exitCode()).isOne();
        assertThat(typed.err()).contains("journal").doesNotContain("untrained");
    }

    @Test
    void every_command_has_help_with_examples() {
        assertHelp(Elenchus.commandLine(), "");
    }

    private static void assertHelp(CommandLine command, String path) {
        for (var sub : command.getSubcommands().entrySet()) {
            if (sub.getKey().equals("help")) {
                continue;
            }
            String name = path + sub.getKey();
            assertThat(sub.getValue().getUsageMessage())
                    .as(name)
                    .contains("Examples:")
                    .contains("  elenchus " + name)
                    .contains("--help")
                    .contains("--data");
            assertHelp(sub.getValue(), name + " ");
        }
    }

    @Test
    void no_command_at_all_is_a_usage_error() {
        assertThat(Typed.in(folder).exitCode()).isEqualTo(2);
        assertThat(Typed.in(folder, "skills").err()).contains("list or show");
    }

    @Test
    void the_version_is_the_builds() {
        assertThat(Typed.in(folder, "--version").out()).contains("elenchus 0.");
    }

    @Test
    void the_doctor_looks_and_leaves_nothing_behind() {
        Typed typed = Typed.in(folder.resolve("data"), "doctor");

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out()).contains("cores", "memory", "not enforced", "docker");
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
