package org.elenchus.tools.repair.syntax;

import java.util.Optional;

/** Small readings of source text. */
public final class SourceText {
    private SourceText() {}

    /** The text on one line, runs of white space as one blank. String literals with runs of blanks are rare enough to suffer. */
    public static String flat(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return text.replaceAll("\\s*[\\r\\n]\\s*", " ");
    }

    /** The value of a decimal integer literal; empty for other radices. */
    public static Optional<Long> integer(String literal) {
        String digits = literal.replace("_", "");
        boolean decimal = digits.length() <= 9
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        return decimal ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
