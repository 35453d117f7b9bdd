package org.elenchus.tools.cli.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.SolverVersion;
import org.elenchus.tools.cli.history.TaskRecord;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class TrainedRunTest {
    private static TaskRecord task(String id, Pool pool, OptionalInt admitted, String... groups) {
        return new TaskRecord(
                new CandidateRef(id, Samples.SKILL, Digest.of(id), Digest.of(id)),
                "request",
                pool,
                Samples.TRAIN,
                Optional.empty(),
                Optional.empty(),
                admitted.isPresent() ? Optional.of(End.ADMITTED) : Optional.empty(),
                admitted,
                List.of(groups).stream()
                        .map(group -> Rollouts.ref(group + "/" + id, id))
                        .toList());
    }

    private static RunHistory run(Phase phase, TaskRecord... tasks) {
        SortedMap<String, TaskRecord> byId = new TreeMap<>();
        List.of(tasks).forEach(task -> byId.put(task.id(), task));
        return new RunHistory(
                Samples.SPEC.runId(),
                Samples.SPEC,
                phase,
                1,
                Optional.empty(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(new SolverVersion(0, 0, 0, Digest.of("base")), new SolverVersion(1, 1, 1, Digest.of("later"))),
                List.of(),
                byId,
                new TreeMap<>(),
                9);
    }

    @Test
    void the_first_round_is_the_scoring_of_admitted_tasks_and_later_ones_are_the_training_groups() throws Exception {
        TrainedRun run = TrainedRun.of(run(
                Phase.FINISHED,
                task(
                        "a",
                        Pool.TRAIN,
                        OptionalInt.of(1),
                        "scoring/1/0",
                        "training/1/2",
                        "training/2/2",
                        "collecting/2/0"),
                task("b", Pool.TRAIN, OptionalInt.of(2), "scoring/2/0"),
                task("c", Pool.TRAIN, OptionalInt.empty(), "scoring/1/0")));

        assertThat(run.base()).isEqualTo(Digest.of("base"));
        assertThat(run.rounds(1)).hasSize(2);
        assertThat(run.rounds(1).get(0)).extracting(GroupRef::id).containsExactly("scoring/1/0/a");
        assertThat(run.rounds(1).get(1)).extracting(GroupRef::id).containsExactly("training/1/2/a");
        assertThat(run.rounds(2).get(0)).extracting(GroupRef::id).containsExactly("scoring/2/0/b");
        assertThat(run.rounds(2).get(1)).extracting(GroupRef::id).containsExactly("training/2/2/a");
        assertThat(run.rounds(3)).isEmpty();
    }

    @Test
    void anchors_are_validation_tasks_and_never_test_tasks() throws Exception {
        TrainedRun run = TrainedRun.of(run(
                Phase.FINISHED,
                task("v", Pool.VALIDATION, OptionalInt.empty(), "anchoring/1/0", "anchoring/2/0"),
                task("x", Pool.TEST, OptionalInt.empty(), "baseline/0/0", "evaluating/1/0")));

        assertThat(run.anchors()).extracting(GroupRef::id).containsExactly("anchoring/1/0/v", "anchoring/2/0/v");
        assertThat(run.rounds(1)).isEmpty();
    }

    @Test
    void a_run_that_has_not_finished_is_refused_with_a_remedy() {
        RunHistory early = run(Phase.EVALUATING);

        assertThatThrownBy(() -> TrainedRun.of(early))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("has not finished")
                .hasMessageContaining("elenchus evolve");
    }
}
