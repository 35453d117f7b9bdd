package org.elenchus.tools.mining.intake;

/** An archive or folder is not let in. The message names the entry and the reason. */
public final class RefusedSource extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public RefusedSource(String reason) {
        super(reason);
        this.reason = reason;
    }

    public RefusedSource(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
