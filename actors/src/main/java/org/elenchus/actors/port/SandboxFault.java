package org.elenchus.actors.port;

/** The infrastructure failed: says nothing about the code that was to run. Never scored. */
public final class SandboxFault extends Exception {
    private static final long serialVersionUID = 1L;

    public SandboxFault(String message) {
        super(message);
    }

    public SandboxFault(String message, Throwable cause) {
        super(message, cause);
    }
}
