package org.elenchus.tools.mining.history.record;

import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;

/** A FAIL_TO_PASS test and what it threw. @param exception binary name; empty where fuel ran out */
public record SeenFailure(TestId test, String exception) {
    static SeenFailure of(TestResult result) {
        return new SeenFailure(
                result.test(),
                result.outcome().observed().map(Failure::exception).orElse(""));
    }
}
