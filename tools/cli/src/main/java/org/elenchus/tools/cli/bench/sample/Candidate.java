package org.elenchus.tools.cli.bench.sample;

import java.util.List;
import java.util.Map;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;

/**
 * One edit of one main source file.
 *
 * @param operator its operator's label
 * @param line first line of the place it changes, 1-based
 * @param text the whole file with the edit
 * @param covering the trusted tests that reach the place's lines on the original, ascending
 */
public record Candidate(String path, String operator, int line, String text, List<TestRun> covering) {
    public Candidate {
        covering = List.copyOf(covering);
    }

    public Overlay overlay() {
        return Overlay.of(Map.of(path, text));
    }

    /** For people: where it is and what it does. */
    public String label() {
        return path + ":" + line + " " + operator;
    }
}
