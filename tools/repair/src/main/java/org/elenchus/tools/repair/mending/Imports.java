package org.elenchus.tools.repair.mending;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The imports of a text. */
final class Imports {
    private static final Pattern IMPORTS = Pattern.compile("(?m)(^import [^;]+;[^\\n]*\\n\\s*)+");

    private Imports() {}

    /** The text with the import section of another; unchanged where either has none. */
    static String of(String other, String text) {
        Matcher theirs = IMPORTS.matcher(other);
        Matcher ours = IMPORTS.matcher(text);
        boolean both = theirs.find() && ours.find();
        return both ? text.substring(0, ours.start()) + theirs.group() + text.substring(ours.end()) : text;
    }
}
