package org.elenchus.tools.cli.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elenchus.tools.cli.retrain.Rollouts.LESSON;
import static org.elenchus.tools.cli.retrain.Rollouts.group;
import static org.elenchus.tools.cli.retrain.Rollouts.kept;
import static org.elenchus.tools.cli.retrain.Rollouts.solved;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.persistence.ArtifactStore;
import org.elenchus.persistence.DataPaths;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupReceived;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.Typed;
import org.elenchus.tools.cli.testing.JournalFile;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what must be read is stored: groups of test tasks, for one, are missing. */
class RetrainCommandTest {
    private static final String RUN = Samples.SPEC.runId();
    private static final String LATER = Samples.spec(8).runId();
    private static final String VALIDATION = Samples.plantedTask(Pool.VALIDATION, 0);
    private static final String OF_ANOTHER_FOLDER = "use the database or data folder that its run was written to";

    @TempDir
    Path folder;

    private ArtifactStore artifacts;
    private Digest base;
    private Digest lesson;

    @BeforeEach
    void store() {
        artifacts = ArtifactStore.in(DataPaths.of(folder).artifacts());
        base = artifacts.put(untrained("place 0", "place 1", "edit 0", "edit 1"));
        lesson = artifacts.put(LESSON);
    }

    private static PolicyWeights untrained(String... features) {
        return new PolicyWeights(Role.SOLVER, List.of(features), new double[features.length]);
    }

    /**
     * A finished run of one iteration.
     *
     * @param lesson what it was trained on; @param anchor rollouts at its validation task
     */
    private static List<JournalEntry> run(Digest base, Digest lesson, Digest anchor) {
        return Samples.changed(
                Samples.planted(Samples.trained(base, Digest.of("trained")), Pool.TEST, Pool.VALIDATION),
                event -> event instanceof GroupReceived received
                        ? new GroupReceived(stored(received.group(), lesson, anchor))
                        : event);
    }

    private static GroupRef stored(GroupRef group, Digest lesson, Digest anchor) {
        Digest artifact = group.id().startsWith("scoring/")
                ? lesson
                : group.taskId().equals(VALIDATION) ? anchor : group.artifact();
        return new GroupRef(group.id(), group.taskId(), group.task(), artifact, group.rollouts(), group.solved());
    }

    private List<JournalEntry> run() {
        return run(base, lesson, lesson);
    }

    private Typed retrain(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "solver";
        all[1] = "retrain";
        System.arraycopy(words, 0, all, 2, words.length);
        return Typed.in(folder, all);
    }

    private static void assertRefused(Typed typed, String... said) {
        assertThat(typed.err()).startsWith("elenchus: ").contains(said).hasLineCount(1);
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void a_finished_run_is_trained_again_on_its_own_rollouts() throws Exception {
        JournalFile.write(folder, run());

        Typed typed = retrain("--learning-rate", "0.1", "--damping", "1e-8", "--epochs", "1", "--budgets", "1");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out().lines().toList())
                .startsWith("runs: 1, iterations: 1; validation tasks: 1, mended by a single edit: 1")
                // Of four equally likely edits one mends; then as RetrainingTest has it.
                .anyMatch(line -> line.matches("untrained +-1\\.39 +0\\.250 \\[0\\.250 0\\.250]"))
                .anyMatch(line ->
                        line.matches("rate 0\\.1, damping 1e-8, epochs 1 +-1\\.20 +0\\.302 \\[0\\.302 0\\.302]"));
    }

    @Test
    void unless_some_are_named_all_runs_that_have_finished_are_meant() throws Exception {
        JournalFile.write(folder, run(), Samples.ofSeed(8, run()), Samples.ofSeed(9, Samples.unfinished(run())));

        JsonNode all = ProtocolJson.mapper().readTree(retrain("--json").out());
        assertThat(all.path("runs")).extracting(JsonNode::asText).containsExactly(RUN, LATER);
        assertThat(all.path("tasks").asInt()).isEqualTo(1);
        assertThat(all.path("mended").asInt()).isEqualTo(1);
        assertThat(all.path("settings")).hasSize(1);

        JsonNode one =
                ProtocolJson.mapper().readTree(retrain(LATER, LATER, "--json").out());
        assertThat(one.path("runs")).extracting(JsonNode::asText).containsExactly(LATER);
    }

    @Test
    void where_no_run_has_finished_there_is_nothing_to_train_again() throws Exception {
        JournalFile.write(folder, Samples.unfinished(run()));

        assertRefused(retrain(), "no run of this data folder has finished; run 'elenchus evolve' to its end");
    }

    @Test
    void a_named_run_that_has_not_finished_or_is_not_there_is_refused_with_a_remedy() throws Exception {
        JournalFile.write(folder, run(), Samples.ofSeed(8, Samples.unfinished(run())));

        assertRefused(
                retrain(RUN, LATER), LATER + " has not finished; go on with it by 'elenchus evolve', or leave it out");
        assertRefused(retrain(RUN, "run-none"), "there is no run run-none", "see 'elenchus run list'");
    }

    @Test
    void runs_whose_solvers_have_other_features_are_not_compared() throws Exception {
        Digest renamed = artifacts.put(untrained("place 0", "place 1", "edit 0", "edit one"));
        JournalFile.write(folder, run(), Samples.ofSeed(8, run(renamed, lesson, lesson)));

        assertRefused(
                retrain(),
                RUN + " and " + LATER + " were trained by different versions",
                "name the runs of one version");
        assertThat(retrain(LATER).exitCode()).isZero();
    }

    @Test
    void a_run_whose_rollouts_or_policy_are_missing_is_refused_with_a_remedy() throws Exception {
        Digest missing = Digest.of("missing");
        JournalFile.write(
                folder,
                run(missing, lesson, lesson),
                Samples.ofSeed(8, run(base, missing, lesson)),
                Samples.ofSeed(9, run(base, lesson, missing)));

        for (long seed = 7; seed <= 9; seed++) {
            assertRefused(
                    retrain(Samples.spec(seed).runId()),
                    "artifact " + missing.brief() + " is missing",
                    OF_ANOTHER_FOLDER);
        }
    }

    @Test
    void where_no_single_edit_mended_a_validation_task_there_is_nothing_to_measure_by() throws Exception {
        Digest two = artifacts.put(group(solved(kept(0, 0), kept(1, 1))));
        JournalFile.write(folder, run(base, lesson, two));

        assertRefused(
                retrain(),
                "no rollout of these runs mended a validation task by a single edit",
                "with more validation tasks");
    }
}
