package org.elenchus.tools.mining.suite;

import java.util.List;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;

/** What was seen of one test in one run of the suite. */
public sealed interface Observation {
    /** It gave a result. */
    record Ran(TestOutcome outcome, long fuel, List<CoveredLines> covered, boolean concurrent) implements Observation {
        public Ran {
            covered = List.copyOf(covered);
        }

        static Ran of(TestResult result) {
            return new Ran(result.outcome(), result.fuel(), result.covered(), result.concurrent());
        }
    }

    /** It never came back, or took its worker down. */
    record Blocked() implements Observation {}

    /**
     * It takes too long although it burns little fuel: it sleeps, waits, or works in the platform's own code. Told from blocking only by
     * how patient one is, so it is quarantined for the same reason.
     */
    record Sleepy() implements Observation {}

    /** It was left out because its class or the whole suite had used up its allowance. */
    record LeftOut() implements Observation {}
}
