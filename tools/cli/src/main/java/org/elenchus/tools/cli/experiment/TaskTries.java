package org.elenchus.tools.cli.experiment;

import java.util.List;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;

/**
 * Rollouts at a held-out task. A rollout draws one edit after another and knows nothing of its budget, so its beginning is the rollout that a
 * smaller budget would have had.
 *
 * @param task hex digest of the task
 * @param tries of each rollout: edits that were tried, the last of them the repair; 0 where there was none
 */
record TaskTries(String task, List<Integer> tries) {
    TaskTries {
        tries = List.copyOf(tries);
    }

    static TaskTries of(TraceGroup group) {
        return new TaskTries(
                group.task().hex(),
                group.traces().stream().map(TaskTries::tries).toList());
    }

    private static int tries(Trace trace) {
        return trace.isSolved()
                ? (int) trace.steps().stream()
                        .filter(Step.Edit.class::isInstance)
                        .count()
                : 0;
    }

    boolean isSolved() {
        return tries.stream().anyMatch(tried -> tried > 0);
    }

    /** What so many edits solved. */
    Tally within(int edits) {
        int solved = (int)
                tries.stream().filter(tried -> tried > 0 && tried <= edits).count();
        return new Tally(task, solved, tries.size());
    }
}
