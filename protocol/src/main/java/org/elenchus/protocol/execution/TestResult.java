package org.elenchus.protocol.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.elenchus.protocol.repository.TestId;

/**
 * The result of one test.
 *
 * @param fuel line probes passed by a test that passed; its budget where that ran out; else 0
 * @param covered lines of main code it reached; empty unless coverage was asked for
 * @param concurrent whether code of the repository ran on another thread than the test's own; written only where it did
 */
public record TestResult(
        TestId test,
        TestOutcome outcome,
        long fuel,
        List<CoveredLines> covered,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean concurrent) {
    /** On the test's own thread only. */
    public TestResult(TestId test, TestOutcome outcome, long fuel, List<CoveredLines> covered) {
        this(test, outcome, fuel, covered, false);
    }

    public TestResult {
        covered = List.copyOf(covered);
    }
}
