package org.elenchus.tools.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String RUN = Samples.SPEC.runId();
    private static final Timings TIMINGS =
            Timings.NONE.plus(RUN, 0, new IterationTiming(20, 18, 0)).plus(RUN, 1, new IterationTiming(80.1234, 72, 4));

    @TempDir
    Path folder;

    private static RunHistory history() {
        return RunHistory.of(Samples.finishedRun()).orElseThrow();
    }

    @Test
    void the_json_has_the_promised_fields() {
        JsonNode json = RunJson.of(history(), Digest.of("x"), TIMINGS);

        assertThat(json.path("digest").asText()).hasSize(64);
        assertThat(json.path("seed").asLong()).isEqualTo(7);
        JsonNode base = json.path("iterations").path(0);
        assertThat(base.path("index").asInt(-1)).isZero();
        assertThat(base.path("meanCosine").isNull()).isTrue();
        JsonNode first = json.path("iterations").path(1);
        assertThat(first.path("tasks").path("asked").asInt()).isEqualTo(6);
        assertThat(first.path("tasks").path("admitted").asInt()).isEqualTo(1);
        assertThat(first.path("tasks").path("rejected").properties().stream().map(e -> e.getKey() + e.getValue()))
                .containsExactlyInAnyOrder("format0", "grounding0", "execution0", "semantics1", "duplicate0");
        assertThat(first.path("meanCosine").asDouble()).isEqualTo(0.25);
        assertThat(first.path("training").path("solved").asInt()).isEqualTo(3);
        assertThat(first.path("training").path("total").asInt()).isEqualTo(8);
        JsonNode heldOut = first.path("heldOut");
        assertThat(heldOut.path("solved").asInt()).isEqualTo(4);
        assertThat(heldOut.path("total").asInt()).isEqualTo(6);
        assertThat(heldOut.path("rate").asDouble()).isEqualTo(4 / 6.0);
        assertThat(heldOut.path("low").asDouble()).isEqualTo(0.125);
        assertThat(heldOut.path("high").asDouble()).isEqualTo(0.875);
        assertThat(heldOut.path("rise").path("delta").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(heldOut.path("rise").path("low").asDouble(-1)).isZero();
        assertThat(heldOut.path("rise").path("high").asDouble()).isEqualTo(0.5);
        assertThat(heldOut.path("rise").path("tasks").asInt()).isEqualTo(3);
        assertThat(base.path("heldOut").has("rise")).isFalse();
        assertThat(first.path("seconds").asDouble()).isEqualTo(80.123);
    }

    @Test
    void a_json_account_of_tasks_adds_up() {
        JsonNode tasks = RunJson.of(history(), Digest.of("x"), TIMINGS)
                .path("iterations")
                .path(1)
                .path("tasks");
        int rejected = 0;
        for (JsonNode count : tasks.path("rejected")) {
            rejected += count.asInt();
        }
        assertThat(tasks.path("admitted").asInt()
                        + rejected
                        + tasks.path("notProduced").asInt()
                        + tasks.path("undecided").asInt()
                        + tasks.path("misaligned").asInt()
                        + tasks.path("surplus").asInt())
                .isEqualTo(tasks.path("asked").asInt());
    }

    @Test
    void the_table_shows_each_iteration_and_where_the_time_went() {
        String table = IterationTable.render(history(), TIMINGS);

        assertThat(table.lines().toList().get(0)).contains("asked", "semantics", "admitted", "cosine", "held-out");
        assertThat(table.lines().toList().get(1))
                .startsWith("0 (base)")
                .contains("0.333 2/6", "[0.125 0.875]", "20.0 s");
        assertThat(table.lines().toList().get(2))
                .startsWith("1 ")
                .contains("0.250", "0.667 4/6", "+0.333 [0.000 0.500]", "80.1 s");
        assertThat(table)
                .contains("executing candidates 89.9%")
                .contains("learning 4.0%")
                .contains("actors, journal and waiting 6.1%");
    }

    @Test
    void a_report_can_be_printed_for_people_and_for_scripts() throws Exception {
        CanonicalDigest digest = CanonicalDigest.of(Samples.finishedRun(), RUN);
        RunReport report = new RunReport(history(), digest, TIMINGS);

        assertThat(report.text()).contains("finished", "maven:g:train:1", "digest: " + digest.digest());
        JsonNode json = ProtocolJson.mapper().readTree(report.json());
        assertThat(json.path("spec").path("seed").asLong()).isEqualTo(7);
        assertThat(json.path("iterations")).hasSize(2);
    }

    @Test
    void skills_and_tasks_can_be_printed() {
        RunHistory run = RunHistory.of(Samples.finishedRun()).orElseThrow();
        var skill = run.skills().get(Samples.SKILL);
        var task = run.tasks().get(Samples.TASK);

        assertThat(SkillText.text(skill))
                .contains("version 1, iteration 1", "version 2, iteration 2")
                .contains("collecting/1/0/a/0", "scoring/1/0/x/0")
                .contains("mend by add-null-guard; make tasks by drop-guard")
                .contains("mastery: 0.250 (2 of 8");
        assertThat(SkillText.json(skill).path("versions")).hasSize(2);
        assertThat(SkillText.table(List.of(skill))).contains("guard-null");
        assertThat(TaskText.text(task)).contains("admitted in 1", "cosine 0.250", "solved 1 of 4");
        assertThat(TaskText.table(List.copyOf(run.tasks().values()))).contains("rejected: semantics");
        assertThat(TaskText.json(task).path("verdict").path("failToPass").asInt())
                .isEqualTo(2);
    }

    @Test
    void timings_survive_and_a_damaged_file_is_none() throws Exception {
        Path file = folder.resolve("timings.json");
        TIMINGS.write(file);
        assertThat(Timings.read(file)).isEqualTo(TIMINGS);

        Files.writeString(file, "{");
        assertThat(Timings.read(file)).isEqualTo(Timings.NONE);
        assertThat(Timings.read(folder.resolve("none"))).isEqualTo(Timings.NONE);
    }

    @Test
    void a_file_that_cannot_be_replaced_is_left_as_it_was() throws Exception {
        Path folderInPlace = Files.createDirectories(folder.resolve("out.json/inside"));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> AtomicFile.write(folder.resolve("out.json"), new byte[3]))
                .isInstanceOf(java.io.IOException.class);

        assertThat(folderInPlace).exists();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("out.json"));
        }
    }

    @Test
    void columns_of_numbers_are_aligned_to_the_right() {
        String table = new Table("name", "n").row("a", "1").row("longer", "100").render();

        assertThat(table).isEqualTo("name      n\na         1\nlonger  100\n");
    }
}
