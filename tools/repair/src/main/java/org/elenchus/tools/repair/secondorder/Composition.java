package org.elenchus.tools.repair.secondorder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;

/** A patch and an edit of what it leaves, as one patch of the original. Where the two meet, they become one edit. Pure. */
final class Composition {
    private final String original;
    private final List<TextEdit> first;
    private final TextEdit next;

    private Composition(String original, List<TextEdit> first, TextEdit next) {
        this.original = original;
        this.first = first;
        this.next = next;
    }

    /**
     * The patch that does both.
     *
     * @param original text of the file that {@code next} is in
     * @param next its offset refers to the text that {@code first} leaves
     */
    static Patch of(String original, Patch first, TextEdit next) {
        List<TextEdit> here = first.edits().stream()
                .filter(edit -> edit.path().equals(next.path()))
                .sorted(Comparator.comparingInt(TextEdit::offset))
                .toList();
        List<TextEdit> all = new ArrayList<>(first.without(next.path()).edits());
        all.addAll(new Composition(original, here, next).edits());
        return new Patch(all);
    }

    private List<TextEdit> edits() {
        List<TextEdit> before = new ArrayList<>();
        List<TextEdit> after = new ArrayList<>();
        int from = next.offset();
        int to = next.offset() + next.removed().length();
        String head = "";
        String tail = "";
        int shift = 0;
        int shiftBefore = 0;
        int shiftMet = 0;
        for (TextEdit edit : first) {
            int start = edit.offset() + shift;
            int end = start + edit.inserted().length();
            int growth = edit.inserted().length() - edit.removed().length();
            if (end < next.offset()) {
                before.add(edit);
                shiftBefore += growth;
            } else if (start > next.offset() + next.removed().length()) {
                after.add(edit);
            } else {
                if (start < from) {
                    head = edit.inserted().substring(0, next.offset() - start);
                    from = start;
                }
                if (end > to) {
                    tail = edit.inserted()
                            .substring(edit.inserted().length()
                                    - (end - next.offset() - next.removed().length()));
                    to = end;
                }
                shiftMet += growth;
            }
            shift += growth;
        }
        int begin = from - shiftBefore;
        String removed = original.substring(begin, to - shiftBefore - shiftMet);
        List<TextEdit> all = new ArrayList<>(before);
        all.add(new TextEdit(next.path(), begin, removed, head + next.inserted() + tail));
        all.addAll(after);
        return all.stream()
                .filter(edit -> !edit.removed().equals(edit.inserted()))
                .toList();
    }
}
