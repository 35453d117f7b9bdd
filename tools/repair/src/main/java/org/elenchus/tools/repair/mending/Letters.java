package org.elenchus.tools.repair.mending;

/** A number that texts of the same meaning share: over their letters in any order, without comments, blanks, parentheses and braces. */
final class Letters {
    private Letters() {}

    static long of(String text) {
        long sum = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("java.util.", i)) {
                i += text.startsWith("java.util.regex.", i) ? "java.util.regex.".length() : "java.util.".length();
            } else if (text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = end < 0 ? text.length() : end + 2;
            } else if (c == '"' || c == '\'') {
                int end = literal(text, i);
                for (int k = i; k < end; k++) {
                    sum += weight(text.charAt(k));
                }
                i = end;
            } else {
                if (!Character.isWhitespace(c) && "(){}".indexOf(c) < 0) {
                    sum += weight(c);
                }
                i++;
            }
        }
        return sum;
    }

    /** Index after the literal that begins here; the rest of the line where it does not end. */
    private static int literal(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }

    private static long weight(char c) {
        long mixed = (c + 1L) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
