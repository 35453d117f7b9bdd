package org.elenchus.tools.sandbox.docker;

import java.io.IOException;

/** Containers cannot be had. The message says why and what to do about it, in one line. */
public final class EngineFault extends IOException {
    private static final long serialVersionUID = 1;

    public EngineFault(String message) {
        super(message);
    }

    public EngineFault(String message, Throwable cause) {
        super(message, cause);
    }
}
