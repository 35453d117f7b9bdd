package org.elenchus.tools.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.run.Occasion;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.TaskRecord;
import org.elenchus.tools.cli.policy.SolverPolicies;

/**
 * What a finished run tells of how its solver was trained; its rollouts are read later.
 *
 * @param base digest of the untrained policy
 * @param anchors groups of the validation tasks; never of a test task
 * @param lessons what the solver was trained on, by iteration and by round
 */
record TrainedRun(
        String id,
        LearningSettings learning,
        int iterations,
        Digest base,
        List<GroupRef> anchors,
        SortedMap<Integer, SortedMap<Integer, List<GroupRef>>> lessons) {
    /** @throws Fault when the run has not finished */
    static TrainedRun of(RunHistory run) throws Fault {
        if (!run.isFinished()) {
            throw Fault.failure(run.runId() + " has not finished; go on with it by 'elenchus evolve', or leave it out");
        }
        TrainedRun trained = new TrainedRun(
                run.runId(),
                run.spec().learning(),
                run.spec().iterations(),
                new SolverPolicies(run).version(0).policy(),
                new ArrayList<>(),
                new TreeMap<>());
        run.tasks().values().forEach(task -> task.attempts().forEach(group -> trained.sort(task, group)));
        return trained;
    }

    private void sort(TaskRecord task, GroupRef group) {
        Occasion occasion = Occasion.of(group.id());
        if (occasion.phase() == Phase.ANCHORING && task.pool() == Pool.VALIDATION) {
            anchors.add(group);
        } else if (occasion.phase() == Phase.SCORING && task.admitted().equals(OptionalInt.of(occasion.iteration()))) {
            learn(occasion.iteration(), 1, group);
        } else if (occasion.phase() == Phase.TRAINING) {
            learn(occasion.iteration(), occasion.round(), group);
        }
    }

    private void learn(int iteration, int round, GroupRef group) {
        lessons.computeIfAbsent(iteration, i -> new TreeMap<>())
                .computeIfAbsent(round, r -> new ArrayList<>())
                .add(group);
    }

    /** What an iteration trained on, round by round; none where it admitted no task. */
    List<List<GroupRef>> rounds(int iteration) {
        return List.copyOf(lessons.getOrDefault(iteration, new TreeMap<>()).values());
    }
}
