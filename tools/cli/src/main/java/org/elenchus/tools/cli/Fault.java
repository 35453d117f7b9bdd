package org.elenchus.tools.cli;

/** Something the user can mend; its message says what is wrong and what to do about it. */
public final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private Fault(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What was typed cannot be meant. */
    public static Fault usage(String message) {
        return new Fault(ExitCode.USAGE, message);
    }

    /** What was typed is right, but it cannot be done. */
    public static Fault failure(String message) {
        return new Fault(ExitCode.FAILURE, message);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
