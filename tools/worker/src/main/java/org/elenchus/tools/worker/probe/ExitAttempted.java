package org.elenchus.tools.worker.probe;

/** The code under test tried to end the process. */
public final class ExitAttempted extends Error {
    private static final long serialVersionUID = 1L;

    ExitAttempted() {
        super("tried to end the process");
    }
}
