package org.elenchus.tools.mining.history.diff;

import org.elenchus.protocol.task.TextEdit;

/** Lines of the newer release that give way to lines of the older one. */
public record Splice(LineRange newer, LineRange older) {
    /** The edit of the newer text that brings the older lines back. */
    public TextEdit edit(String path, TextLines newerText, TextLines olderText) {
        String inserted = olderText.of(older, newerText);
        int offset = newerText.offset(newer.first());
        String removed = newerText.of(newer);
        boolean lineOpen = offset == newerText.text().length()
                && !newerText.text().isEmpty()
                && !newerText.text().endsWith("\n");
        return new TextEdit(path, offset, removed, lineOpen ? "\n" + inserted : inserted);
    }
}
