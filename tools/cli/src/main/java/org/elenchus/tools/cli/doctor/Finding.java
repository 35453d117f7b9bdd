package org.elenchus.tools.cli.doctor;

/** One thing looked at. @param level how it bears on a run; @param text what was found and, where it matters, what to do */
record Finding(String subject, Level level, String text) {
    enum Level {
        GOOD,
        /** A run works, with less than could be had. */
        NOTE,
        /** A run will not work. */
        BAD
    }

    static Finding good(String subject, String text) {
        return new Finding(subject, Level.GOOD, text);
    }

    static Finding note(String subject, String text) {
        return new Finding(subject, Level.NOTE, text);
    }

    static Finding bad(String subject, String text) {
        return new Finding(subject, Level.BAD, text);
    }
}
