package org.elenchus.tools.cli.experiment;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;

/**
 * What rollouts would have solved within fewer edits. A rollout draws one edit after another and knows nothing of its budget, so its
 * beginning is the rollout that a smaller budget would have had.
 */
final class Budgets {
    /** Candidate executions, as repair tools report them. */
    private static final List<Integer> USUAL = List.of(1, 3, 10, 30, 100, 300);

    private Budgets() {}

    /** The usual ones below what an evaluation may try, and that. */
    static List<Integer> of(RunSpec spec) {
        int most = spec.edits(Phase.EVALUATING);
        return Stream.concat(USUAL.stream().filter(edits -> edits < most), Stream.of(most))
                .toList();
    }

    /** The same group, of which that counts as solved which was within so many edits. */
    static GroupRef within(int edits, GroupRef group, TraceGroup traces) {
        int solved = (int) traces.traces().stream()
                .flatMapToInt(trace -> tries(trace).stream())
                .filter(tries -> tries <= edits)
                .count();
        return new GroupRef(group.id(), group.taskId(), group.task(), group.artifact(), group.rollouts(), solved);
    }

    /** Edits that were tried, the last of them the repair; empty where there was none. */
    private static OptionalInt tries(Trace trace) {
        return trace.isSolved()
                ? OptionalInt.of((int) trace.steps().stream()
                        .filter(Step.Edit.class::isInstance)
                        .count())
                : OptionalInt.empty();
    }
}
