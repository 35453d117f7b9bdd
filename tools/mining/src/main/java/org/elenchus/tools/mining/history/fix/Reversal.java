package org.elenchus.tools.mining.history.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.mining.history.diff.Change;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.diff.Splice;

/**
 * Some changes of one file taken back, and nothing else.
 *
 * @param changes those taken back, in order of the text
 * @param support lines only the older release has that these need: private members, imports
 */
public record Reversal(FileDiff file, List<Change> changes, List<Splice> support) {
    public Reversal {
        changes = changes.stream()
                .sorted(Comparator.comparingInt(
                        change -> change.splice().newer().first()))
                .toList();
        support = List.copyOf(support);
    }

    /** Takes changes back, with whatever these name and only the older release has. */
    public static Reversal of(FileDiff file, List<Change> changes) {
        List<Splice> splices = changes.stream().map(Change::splice).toList();
        return new Reversal(file, changes, Support.of(file, splices));
    }

    public Level level() {
        if (changes.stream().map(change -> change.member().key()).distinct().count() > 1) {
            return Level.FILE;
        }
        Change first = changes.getFirst();
        boolean whole = first.splice().newer().equals(first.member().lines());
        return changes.size() == 1 && !whole ? Level.STATEMENT : Level.METHOD;
    }

    public List<Splice> splices() {
        List<Splice> all = new ArrayList<>(changes.stream().map(Change::splice).toList());
        all.addAll(support);
        return List.copyOf(all);
    }

    /** The patch that breaks the newer release. */
    public Patch patch() {
        return patch(splices().stream()
                .map(splice -> splice.edit(
                        file.path(), file.newer().lines(), file.older().lines()))
                .toList());
    }

    /** At one offset, what is put in comes before what is replaced. */
    public static Patch patch(List<TextEdit> edits) {
        return new Patch(edits.stream()
                .sorted(Comparator.comparingInt(TextEdit::offset)
                        .thenComparingInt(edit -> edit.removed().length()))
                .toList());
    }
}
