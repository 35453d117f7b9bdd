package org.elenchus.protocol.execution;

import java.util.List;

/** Lines reached in one main source file. @param path relative to the main source root, {@code org/x/Y.java}; @param lines ascending, 1-based */
public record CoveredLines(String path, List<Integer> lines) {
    public CoveredLines {
        lines = List.copyOf(lines);
    }
}
