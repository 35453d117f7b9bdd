package org.elenchus.protocol;

/** Text from untrusted code, such that showing it moves no cursor, hides nothing and reorders nothing. */
public final class Printable {
    private Printable() {}

    /** Whether all of a text shows as it is: no control or format characters and no line breaks but line feeds and tabs. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(Printable::isShown);
    }

    /** The text, with what would not show written as Java's escapes. */
    public static String of(String text) {
        if (is(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isShown(c)) {
                shown.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    shown.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return shown.toString();
    }

    private static boolean isShown(int c) {
        return c == '\n' || c == '\t' || !Character.isISOControl(c) && !isInvisible(Character.getType(c));
    }

    private static boolean isInvisible(int type) {
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
