package org.elenchus.tools.repair.operators;

/** A splice in canonical form: two splices of one text that give the same result are equal. */
record Splice(int offset, int removed, String inserted) {
    /** Strips what both sides share, then slides a pure insertion or deletion as far left as it goes. */
    static Splice canonical(String text, int offset, String removed, String inserted) {
        int shorter = Math.min(removed.length(), inserted.length());
        int prefix = 0;
        while (prefix < shorter && removed.charAt(prefix) == inserted.charAt(prefix)) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix
                && removed.charAt(removed.length() - 1 - suffix) == inserted.charAt(inserted.length() - 1 - suffix)) {
            suffix++;
        }
        String out = removed.substring(prefix, removed.length() - suffix);
        String in = inserted.substring(prefix, inserted.length() - suffix);
        if (!out.isEmpty() && !in.isEmpty()) {
            return new Splice(offset + prefix, out.length(), in);
        }
        return slide(text, offset + prefix, out, in);
    }

    private static Splice slide(String text, int offset, String out, String in) {
        StringBuilder whole = new StringBuilder(out).append(in);
        int at = offset;
        while (at > 0 && text.charAt(at - 1) == whole.charAt(whole.length() - 1)) {
            char moved = whole.charAt(whole.length() - 1);
            whole.deleteCharAt(whole.length() - 1).insert(0, moved);
            at--;
        }
        return new Splice(at, out.length(), in.isEmpty() ? "" : whole.toString());
    }
}
