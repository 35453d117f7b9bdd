package org.elenchus.actors.grading;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.protocol.task.TextEdit;

/** Finds the lines of an original text that a line of the edited text comes from. */
final class LineMap {
    private final int[] originalLines;
    private final int[] editedLines;
    private final int editedLength;
    private final List<TextEdit> edits;

    /** @param edits of this file; offsets refer to the original */
    LineMap(String original, String edited, List<TextEdit> edits) {
        this.originalLines = lines(original);
        this.editedLines = lines(edited);
        this.editedLength = edited.length();
        this.edits =
                edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList();
    }

    /** Lines {@code first} to {@code last} of the original, 1-based. */
    record Span(int first, int last) {
        static final Span NONE = new Span(1, 0);
    }

    /** What was removed next to a line belongs to it. {@link Span#NONE} where there is no such line. */
    Span originalOf(int line) {
        if (line < 1 || line > editedLines.length) {
            return Span.NONE;
        }
        int end = line < editedLines.length ? editedLines[line] - 1 : editedLength;
        int from = originalOffset(editedLines[line - 1], false);
        int to = originalOffset(end, true);
        return new Span(lineAt(from), lineAt(to));
    }

    /** Offsets at which lines begin; the first is 0. */
    private static int[] lines(String text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /** The offset an edited offset comes from; inside an edit, the edit's start or, if {@code after}, its end. */
    private int originalOffset(int offset, boolean after) {
        int shift = 0;
        for (TextEdit edit : edits) {
            int start = edit.offset() + shift;
            int end = start + edit.inserted().length();
            if (offset < start || (offset == start && !after)) {
                break;
            }
            if (offset < end || (offset == end && after)) {
                return after ? edit.offset() + edit.removed().length() : edit.offset();
            }
            shift += edit.inserted().length() - edit.removed().length();
        }
        return offset - shift;
    }

    private int lineAt(int offset) {
        int found = Arrays.binarySearch(originalLines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
