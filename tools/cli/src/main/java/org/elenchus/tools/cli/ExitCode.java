package org.elenchus.tools.cli;

/** The process' exit codes; scripts rely on them. */
public enum ExitCode {
    SUCCESS(0),
    FAILURE(1),
    USAGE(2);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
