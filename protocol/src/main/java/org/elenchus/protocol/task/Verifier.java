package org.elenchus.protocol.task;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.execution.TestRun;

/**
 * Tells the broken from the repaired state by execution.
 *
 * @param failToPass FAIL_TO_PASS: observed to fail in the broken state, pass in the original
 * @param passToPass PASS_TO_PASS: pass in both
 */
public record Verifier(List<TestRun> failToPass, List<TestRun> passToPass) {
    public Verifier {
        failToPass = List.copyOf(failToPass);
        passToPass = List.copyOf(passToPass);
    }

    /** FAIL_TO_PASS first, then PASS_TO_PASS. */
    public List<TestRun> all() {
        List<TestRun> all = new ArrayList<>(failToPass);
        all.addAll(passToPass);
        return all;
    }
}
