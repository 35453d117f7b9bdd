package org.elenchus.actors.grading;

import java.util.Comparator;
import java.util.List;
import org.elenchus.protocol.task.TextEdit;

/** Finds the lines of an original text that a line of the edited text comes from. */
final class LineMap {
    private final String original;
    private final String edited;
    private final List<TextEdit> edits;

    /** @param edits of this file; offsets refer to the original */
    LineMap(String original, String edited, List<TextEdit> edits) {
        this.original = original;
        this.edited = edited;
        this.edits =
                edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList();
    }

    /** Lines {@code first} to {@code last} of the original, 1-based. */
    record Span(int first, int last) {
        static final Span NONE = new Span(1, 0);
    }

    /** What was removed next to a line belongs to it. {@link Span#NONE} where there is no such line. */
    Span originalOf(int line) {
        int start = startOf(line);
        if (start < 0) {
            return Span.NONE;
        }
        int end = edited.indexOf('\n', start);
        int from = originalOffset(start, false);
        int to = originalOffset(end < 0 ? edited.length() : end, true);
        return new Span(lineAt(from), lineAt(to));
    }

    private int startOf(int line) {
        int start = 0;
        for (int l = 1; l < line && start >= 0; l++) {
            int end = edited.indexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
        }
        return line < 1 ? -1 : start;
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
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (original.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
