package org.elenchus.tools.mining.history.diff;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;

/** A text by lines, each with its end; lines end at LF, so that no character is lost. */
public final class TextLines {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    public TextLines(String text) {
        this.text = text;
        for (int at = 0; at < text.length(); ) {
            starts.add(at);
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
    }

    public String text() {
        return text;
    }

    public int count() {
        return starts.size();
    }

    /** Where a line begins. @param line 1-based; one after the last is the end of the text */
    public int offset(int line) {
        if (line < 1 || line > count() + 1) {
            throw new IllegalArgumentException("no line " + line + " in a text of " + count());
        }
        return line == count() + 1 ? text.length() : starts.get(line - 1);
    }

    /** Whether all of these lines are there. */
    public boolean has(LineRange lines) {
        return lines.first() >= 1 && lines.next() <= count() + 1;
    }

    /** The text of some lines, ends included. */
    public String of(LineRange lines) {
        return text.substring(offset(lines.first()), offset(lines.next()));
    }

    public Digest digest(LineRange lines) {
        return Digest.of(of(lines));
    }

    /** The text of some lines with the line ends of another text. */
    String of(LineRange lines, TextLines asIn) {
        String plain = of(lines).replace("\r\n", "\n");
        return asIn.text.contains("\r\n") ? plain.replace("\n", "\r\n") : plain;
    }
}
