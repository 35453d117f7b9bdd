package org.elenchus.tools.repair.syntax;

import com.github.javaparser.Position;
import java.util.Arrays;

/** Offsets of line starts in a text; lines end at LF, CR or CRLF, as the parser counts them. */
final class LineTable {
    private final int[] starts;

    LineTable(String text) {
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** UTF-16 offset of a 1-based position. */
    int offset(Position position) {
        return starts[position.line - 1] + position.column - 1;
    }

    /** The 1-based line of an offset. */
    int lineOf(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
