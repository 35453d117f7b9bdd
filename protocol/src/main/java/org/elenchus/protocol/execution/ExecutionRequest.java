package org.elenchus.protocol.execution;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;

/** Run these tests, in this order, on a snapshot with this overlay, in a fresh class loader. */
public record ExecutionRequest(Digest snapshot, Overlay overlay, List<TestRun> tests, boolean coverage) {
    /** Of what an outcome means; outcomes of another version are remembered apart. */
    private static final String MEANING = "execution.v5";

    public ExecutionRequest {
        tests = List.copyOf(tests);
    }

    /** What the outcome depends on: the memo's key. */
    public Digest key() {
        List<String> parts = new ArrayList<>(List.of(MEANING, snapshot.hex(), Boolean.toString(coverage)));
        overlay.files().forEach((path, text) -> {
            parts.add(path);
            parts.add(text);
        });
        parts.add("tests");
        for (TestRun run : tests) {
            parts.add(run.test().toString());
            parts.add(Long.toString(run.fuel()));
        }
        return Digest.ofParts(parts);
    }
}
