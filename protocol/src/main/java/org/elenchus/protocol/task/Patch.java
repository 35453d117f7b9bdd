package org.elenchus.protocol.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Edits applied together; all offsets refer to the text before the patch, and no two edits overlap. */
public record Patch(List<TextEdit> edits) {
    public static final Patch EMPTY = new Patch(List.of());

    public Patch {
        edits = List.copyOf(edits);
    }

    /** The files it touches, in order. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        edits.forEach(edit -> paths.add(edit.path()));
        return paths;
    }

    /** The part of the patch that leaves one file as it was. */
    public Patch without(String path) {
        return new Patch(
                edits.stream().filter(edit -> !edit.path().equals(path)).toList());
    }

    /**
     * The whole new text of every file it touches.
     *
     * @param source text of each touched file
     * @throws DoesNotApply when a file is missing, edits overlap, or the text to remove is not there
     */
    public Map<String, String> applyTo(Map<String, String> source) throws DoesNotApply {
        Map<String, List<TextEdit>> byPath = new LinkedHashMap<>();
        edits.forEach(edit ->
                byPath.computeIfAbsent(edit.path(), p -> new ArrayList<>()).add(edit));
        Map<String, String> edited = new LinkedHashMap<>();
        for (var entry : byPath.entrySet()) {
            String text = source.get(entry.getKey());
            if (text == null) {
                throw new DoesNotApply("no such file: " + entry.getKey());
            }
            edited.put(entry.getKey(), splice(text, entry.getValue()));
        }
        return edited;
    }

    private static String splice(String text, List<TextEdit> edits) throws DoesNotApply {
        List<TextEdit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(TextEdit::offset));
        StringBuilder out = new StringBuilder(text.length() + 64);
        int from = 0;
        for (TextEdit edit : ordered) {
            if (edit.offset() < from) {
                throw new DoesNotApply("edits overlap at offset " + edit.offset() + " of " + edit.path());
            }
            if (!text.startsWith(edit.removed(), edit.offset())) {
                throw new DoesNotApply("text to remove not found at offset " + edit.offset() + " of " + edit.path());
            }
            out.append(text, from, edit.offset()).append(edit.inserted());
            from = edit.offset() + edit.removed().length();
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The patch and the text do not belong together. */
    public static final class DoesNotApply extends Exception {
        private static final long serialVersionUID = 1L;

        public DoesNotApply(String message) {
            super(message);
        }
    }
}
