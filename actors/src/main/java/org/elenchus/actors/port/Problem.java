package org.elenchus.actors.port;

import java.util.List;
import java.util.SortedSet;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;

/**
 * A task as a solver may see it: the broken state and its symptoms. No reference fix, no original text, no PASS_TO_PASS list.
 *
 * @param failing the FAIL_TO_PASS tests
 * @param observed how each of them failed, in the same order
 */
public record Problem(
        String taskId,
        Digest snapshot,
        Workspace workspace,
        String statement,
        List<TestRun> failing,
        List<TestResult> observed) {

    /** The broken source tree and what is known of how tests reach it. */
    public interface Workspace {
        SortedSet<String> files();

        /** The text of a main source file in the broken state. */
        String source(String path);

        /** The broken state itself, relative to the snapshot. */
        Overlay broken();

        /** Trusted tests that reach a line, as measured before the break. */
        SortedSet<TestId> testsReaching(String path, int line);
    }
}
