package org.elenchus.tools.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Elenchus;
import org.elenchus.tools.cli.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandsTest {
    private static final String MAIN = """
            package tiny;

            public class Numbers {
                public int sumTo(int n) {
                    int sum = 0;
                    for (int i = 1; i <= n; i++) {
                        sum += i;
                    }
                    return sum;
                }

                public String sign(int n) {
                    if (n < 0) {
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
                void sums() {
                    assertEquals(6, new Numbers().sumTo(3));
                }

                @Test
                void signs() {
                    assertEquals("negative", new Numbers().sign(-1));
                    assertEquals("positive", new Numbers().sign(1));
                }
            }
            """;

    /** More than there are: a sample would depend on the name of the temporary folder. */
    private static final String ALL = "500";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void publish() throws Exception {
        write("src/main/java/tiny/Numbers.java", MAIN);
        write("src/test/java/tiny/NumbersTest.java", TEST);
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve("tiny").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int type(String... words) {
        CommandLine line =
                Elenchus.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    @Test
    void execution_measures_a_repository_and_writes_figures_and_plot() throws Exception {
        Path json = folder.resolve("speed.json");
        Path plot = folder.resolve("speed.svg");

        int status = type(
                "bench",
                "execution",
                "dir:" + folder.resolve("tiny"),
                "--data",
                folder.resolve("data").toString(),
                "--slots",
                "1,2",
                "--candidates",
                ALL,
                "--warm-up",
                "2",
                "--no-pit",
                "--cold",
                "0",
                "--json",
                json.toString(),
                "--plot",
                plot.toString());

        assertThat(status).as(err.toString()).isZero();
        JsonNode figures = ProtocolJson.mapper().readTree(Files.readAllBytes(json));
        assertThat(figures.at("/perSecond/failToPass").asDouble()).isPositive();
        assertThat(figures.at("/perSecond/covering").asDouble()).isPositive();
        assertThat(figures.at("/perSecond/pit").isNull()).isTrue();
        assertThat(figures.at("/coldBuild").isNull()).isTrue();
        assertThat(figures.at("/bareLimit").asDouble()).as(err.toString()).isPositive();
        JsonNode first = figures.at("/repositories/0/slots/0");
        assertThat(first.at("/covering/outcomes/killed").asInt()).isPositive();
        assertThat(first.at("/covering/outcomes"))
                .as("outcomes do not depend on the number of slots")
                .isEqualTo(figures.at("/repositories/0/slots/1/covering/outcomes"));
        assertThat(first.at("/covering/split/load").asDouble()).isPositive();
        assertThat(Files.readString(plot)).startsWith("<svg").contains("tiny");
        assertThat(out.toString()).contains("every FAIL_TO_PASS", "per CPU-second", "bare limit");
    }

    @Test
    void stability_finds_the_same_outcomes_beside_busy_processes_and_leaves_none_behind() {
        int status = type(
                "bench",
                "stability",
                "dir:" + folder.resolve("tiny"),
                "--data",
                folder.resolve("data").toString(),
                "--candidates",
                "6",
                "--workers",
                "1",
                "--busy",
                "2");

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString()).contains("tiny: 6 of 6 the same");
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("BusyMain")))
                .isEmpty();
    }

    @Test
    void sandboxes_are_compared_on_the_same_candidates() throws Exception {
        Path json = folder.resolve("sandboxes.json");
        int status = type(
                "bench",
                "sandboxes",
                "dir:" + folder.resolve("tiny"),
                "--data",
                folder.resolve("data").toString(),
                "--rounds",
                "1",
                "--block",
                "3",
                "--json",
                json.toString());

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString()).contains("plain process", "ms per candidate", "s to first answer");
        JsonNode plain = ProtocolJson.mapper().readTree(json.toFile()).at("/tiny/plain process");
        assertThat(plain.path("perCandidate").asDouble()).isPositive();
        assertThat(plain.path("toFirstAnswer").asDouble()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "execution commons-cli | does not name a repository",
                "execution --slots 0 | --slots must be at least 1",
                "execution --candidates 0 | --candidates must be at least 1",
                "execution --pit-minutes NaN | --pit-minutes must be a positive number",
                "execution --edits all | all",
                "execution --plot /no/such/folder/x.svg | does not exist",
                "sandboxes --rounds 0 | --rounds must be at least 1",
                "stability --busy 0 | --busy must be at least 1",
                "stability --candidates 1 | --candidates must be at least 2"
            })
    void a_mistake_is_one_line_and_exit_code_2(String options, String said) {
        Path data = folder.resolve("data");

        int status = type(("bench " + options + " --data " + data).split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("elenchus: ").contains(said);
        assertThat(data).doesNotExist();
    }

    @Test
    void the_journal_is_measured_with_all_its_rounds_and_keeps_nothing(@TempDir Path data) throws Exception {
        Path json = data.resolve("journal.json");

        Typed typed = Typed.in(
                data.resolve("kept"),
                "bench",
                "journal",
                "--events",
                "400",
                "--rounds",
                "2",
                "--json",
                json.toString());

        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out().lines()).hasSize(5);
        var loads = ProtocolJson.mapper().readTree(Files.readAllBytes(json)).path("loads");
        assertThat(loads).hasSize(4).allSatisfy(load -> {
            assertThat(load.path("rounds")).hasSize(2);
            assertThat(load.path("medianRatio").asDouble()).isPositive();
        });
        assertThat(Typed.in(data.resolve("kept"), "run", "list").out().lines()).hasSize(1);
    }
}
