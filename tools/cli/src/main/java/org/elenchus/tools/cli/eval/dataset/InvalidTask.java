package org.elenchus.tools.cli.eval.dataset;

/** A task that cannot be evaluated; its message says why, and what to do about it. */
public final class InvalidTask extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTask(String reason) {
        super(reason);
    }

    InvalidTask(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** In one line. */
    public String reason() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("");
    }
}
