package org.elenchus.protocol.execution;

import java.util.List;
import org.elenchus.protocol.repository.TestId;

/**
 * The result of one test.
 *
 * @param fuel line probes passed
 * @param covered lines of main code it reached; empty unless coverage was asked for
 */
public record TestResult(TestId test, TestOutcome outcome, long fuel, List<CoveredLines> covered) {
    public TestResult {
        covered = List.copyOf(covered);
    }
}
