package org.elenchus.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.elenchus.tools.cli.testing.Samples.REJECTED;
import static org.elenchus.tools.cli.testing.Samples.SURPLUS;
import static org.elenchus.tools.cli.testing.Samples.TASK;
import static org.elenchus.tools.cli.testing.Samples.TASK_DIGEST;
import static org.elenchus.tools.cli.testing.Samples.plantedTask;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.VerdictReceived;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.tools.cli.testing.JournalFile;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalCommandsTest {
    private static final String RUN = Samples.SPEC.runId();
    private static final Digest ANY = Digest.of("any");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        JournalFile.write(folder, journal());
    }

    /** The finished run with planted tasks, and a second skill, unregistered, whose id begins with the other's. */
    private static List<JournalEntry> journal() {
        List<JournalEntry> entries =
                new ArrayList<>(Samples.planted(Samples.finishedRun(), Pool.VALIDATION, Pool.TEST));
        CandidateRef candidate = new CandidateRef("c", new SkillId("guard-null-range"), ANY, ANY);
        entries.add(new JournalEntry(
                2000,
                "Skill|" + RUN + "~guard-null-range",
                1,
                new SkillProtocol.TasksProposed("generate/1", List.of(candidate), ANY)));
        return entries;
    }

    private Typed typed(String command) {
        return Typed.in(folder, command.split(" "));
    }

    private String printed(String command) {
        return printed(folder, command);
    }

    private static String printed(Path data, String command) {
        Typed typed = Typed.in(data, command.split(" "));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exitCode()).isZero();
        return typed.out();
    }

    /** Cells by row, without the header. */
    private List<List<String>> rows(String command) {
        return printed(command)
                .lines()
                .skip(1)
                .map(line -> List.of(line.strip().split(" {2,}")))
                .toList();
    }

    private List<String> listed(String command) {
        return rows(command).stream().map(List::getFirst).toList();
    }

    private JsonNode json(String command) throws Exception {
        return json(folder, command);
    }

    private static JsonNode json(Path data, String command) throws Exception {
        return ProtocolJson.mapper().readTree(printed(data, command));
    }

    private static void assertRefused(Typed typed, int exitCode, String... said) {
        assertThat(typed.err()).startsWith("elenchus: ").contains(said).hasLineCount(1);
        assertThat(typed.exitCode()).isEqualTo(exitCode);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void tasks_are_the_candidates_that_passed_all_gates() {
        List<String> tasks = List.of(
                TASK,
                SURPLUS,
                plantedTask(Pool.TEST, 0),
                plantedTask(Pool.TEST, 1),
                plantedTask(Pool.VALIDATION, 0),
                plantedTask(Pool.VALIDATION, 1));

        assertThat(listed("tasks list")).containsExactlyElementsOf(tasks);
        assertThat(listed("tasks list --all"))
                .hasSize(tasks.size() + 1)
                .containsAll(tasks)
                .contains(REJECTED);
    }

    @Test
    void tasks_are_listed_by_what_became_of_them_and_by_pool() {
        assertThat(listed("tasks list --admitted")).containsExactly(TASK);
        assertThat(listed("tasks list --admitted --iteration 1")).containsExactly(TASK);
        assertThat(listed("tasks list --iteration 2")).isEmpty();
        assertThat(listed("tasks list --pool train")).containsExactly(TASK, SURPLUS);
        assertThat(listed("tasks list --pool train --all")).containsExactly(TASK, REJECTED, SURPLUS);
        assertThat(listed("tasks list --pool test"))
                .containsExactly(plantedTask(Pool.TEST, 0), plantedTask(Pool.TEST, 1));
        assertThat(listed("tasks list --pool test --admitted")).isEmpty();
    }

    @Test
    void a_list_of_tasks_tells_of_each_what_the_run_knows_of_it() throws Exception {
        assertThat(rows("tasks list --all"))
                .contains(
                        List.of(
                                TASK,
                                TASK_DIGEST.brief(),
                                "train",
                                "train",
                                "2",
                                "30",
                                "1/4",
                                "0.250",
                                "admitted in 1"),
                        List.of(REJECTED, "–", "train", "train", "–", "–", "–", "–", "rejected: semantics"));

        JsonNode json = json("tasks list --admitted --json");
        assertThat(json).hasSize(1);
        assertThat(json.at("/0/id").asText()).isEqualTo(TASK);
        assertThat(json.at("/0/digest").asText()).isEqualTo(TASK_DIGEST.hex());
        assertThat(json.at("/0/admitted").asInt()).isEqualTo(1);
        assertThat(json.at("/0/attempts/0/solved").asInt()).isEqualTo(1);
    }

    @Test
    void a_task_that_is_not_there_is_refused_with_a_remedy() {
        assertRefused(
                typed("tasks show none"), 1, "there is no task 'none' in " + RUN, "see 'elenchus tasks list --all'");
    }

    @Test
    void the_end_of_several_ids_is_no_task() {
        assertRefused(typed("tasks show unguided/00"), 1, "'unguided/00' may be one of 2 tasks; give more of it");
    }

    @Test
    void the_beginning_of_several_digests_is_no_task(@TempDir Path other) throws Exception {
        Verdict alike = new Verdict.Valid(SURPLUS, TASK_DIGEST, 1, 10, ANY);
        JournalFile.write(
                other,
                Samples.changed(
                        Samples.finishedRun(),
                        event -> event instanceof VerdictReceived received
                                        && received.verdict().candidate().equals(SURPLUS)
                                ? new VerdictReceived(received.batchId(), alike)
                                : event));
        String beginning = TASK_DIGEST.brief();

        assertRefused(
                Typed.in(other, "tasks", "show", beginning), 1, "'" + beginning + "' may be one of 2 tasks; give more");
    }

    @Test
    void a_rejected_candidate_is_shown_by_the_end_of_its_id_and_has_no_patch() {
        assertThat(printed("tasks show guard-null/01"))
                .startsWith(REJECTED + ": rejected: semantics\n")
                .contains("verdict: rejected by the semantics gate: nothing fails");
        assertRefused(
                typed("tasks show guard-null/01 --patch -"),
                1,
                REJECTED + " is no task but a candidate (rejected: semantics); it has no patch to write");
    }

    @Test
    void a_task_whose_artifact_is_missing_is_refused_with_a_remedy() {
        assertRefused(
                typed("tasks show " + TASK_DIGEST.hex()),
                1,
                "artifact " + TASK_DIGEST.brief() + " is missing",
                "use the database or data folder that its run was written to");
    }

    @Test
    void a_patch_goes_to_a_file_in_a_folder_that_exists() {
        assertRefused(
                typed("tasks show " + TASK + " --patch no/such/x.diff"),
                2,
                "the folder of --patch no/such/x.diff does not exist; create it first");
        assertRefused(
                typed("tasks show " + TASK + " --patch " + folder),
                2,
                "--patch " + folder + " is a folder; name a file");
    }

    @Test
    void skills_are_those_of_the_registry_unless_all_are_asked_for() {
        List<String> active = List.of("guard-null", "2", "2", "0.250", "6", "3", "1", "0.500", "repair strategy");

        assertThat(rows("skills list")).containsExactly(active);
        assertThat(rows("skills list --all"))
                .containsExactly(active, List.of("guard-null-range", "0", "0", "–", "0", "1", "0", "–", "retired"));
    }

    @Test
    void a_skill_is_shown_by_its_id_or_the_beginning_of_it() throws Exception {
        assertThat(printed("skills show guard-null"))
                .startsWith("guard-null\nGuard against null (repair strategy)\n")
                .contains("mastery: 0.250 (2 of 8 rollouts", "6 asked, 3 made", "gate semantics refused 1")
                .contains("version 1, iteration 1", "  collecting/1/0/a/0\n", "version 2, iteration 2");

        assertThat(printed("skills show guard-null-r")).startsWith("guard-null-range\nmastery: – (0 of 0");

        JsonNode json = json("skills show guard-null --json");
        assertThat(json.path("id").asText()).isEqualTo("guard-null");
        assertThat(json.path("versions")).hasSize(2);
        assertThat(json.at("/ends/admitted").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | there is no skill 'x' in",
                "guard-null-2 | there is no skill 'guard-null-2' in",
                "guard | 'guard' begins the ids of 2 skills; give more of it"
            })
    void what_names_no_single_skill_is_refused_with_a_remedy(String id, String said) {
        assertRefused(typed("skills show " + id), 1, said, "see 'elenchus skills list'");
    }

    @Test
    void a_run_is_shown_for_scripts() throws Exception {
        JsonNode json = json("run show --json");

        assertThat(json.path("run").asText()).isEqualTo(RUN);
        assertThat(json.path("standing").asText()).isEqualTo("finished");
        assertThat(json.path("events").asInt()).isEqualTo(journal().size());
        assertThat(json.at("/spec/seed").asInt()).isEqualTo(7);
        assertThat(json.path("iterations")).hasSize(2);
        assertThat(json.at("/iterations/1/tasks/admitted").asInt()).isEqualTo(1);
        assertThat(json.at("/iterations/1/heldOut/rise/delta").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(json.path("digest").asText()).isEqualTo(digest());
    }

    @Test
    void a_digest_is_told_for_scripts_with_what_it_covers(@TempDir Path other) throws Exception {
        JournalFile.write(other, Samples.unfinished(journal()));

        JsonNode json = json("audit digest --json");
        assertThat(json.path("run").asText()).isEqualTo(RUN);
        assertThat(json.path("digest").asText()).isEqualTo(digest());
        assertThat(json.path("events").asInt()).isEqualTo(journal().size());
        assertThat(json.path("finished").asBoolean()).isTrue();

        JsonNode early = json(other, "audit digest --json");
        assertThat(early.path("finished").asBoolean(true)).isFalse();
        assertThat(early.path("digest").asText()).hasSize(64).isNotEqualTo(digest());
        assertThat(printed(other, "audit digest")).endsWith(" events  (iteration 1, evaluating)\n");
    }

    private static String digest() {
        return CanonicalDigest.of(journal(), RUN).digest().hex();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run show", "tasks list", "tasks show x", "skills list", "skills show x", "audit digest"})
    void a_run_that_is_not_there_is_refused_with_a_remedy(String command) {
        assertRefused(
                typed(command + " --run run-none"),
                1,
                "there is no run run-none in this data folder; see 'elenchus run list'");
    }
}
