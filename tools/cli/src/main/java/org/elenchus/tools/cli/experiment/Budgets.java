package org.elenchus.tools.cli.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;

/** The numbers of edits within which solve rates are told. */
final class Budgets {
    /** Candidate executions, as repair tools report them. */
    private static final List<Integer> USUAL = List.of(1, 3, 10, 30, 100, 300);

    private Budgets() {}

    /** The usual ones below what an evaluation may try, and that. */
    static List<Integer> of(RunSpec spec) {
        int most = most(spec);
        return Stream.concat(USUAL.stream().filter(edits -> edits < most), Stream.of(most))
                .toList();
    }

    /** What an evaluation may try. */
    static int most(RunSpec spec) {
        return spec.edits(Phase.EVALUATING);
    }
}
