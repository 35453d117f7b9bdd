package org.elenchus.tools.cli.check;

/** A diff does what no task may do, or is none. The reason is for people. */
final class PatchRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    PatchRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
