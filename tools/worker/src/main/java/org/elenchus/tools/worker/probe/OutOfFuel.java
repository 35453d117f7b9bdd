package org.elenchus.tools.worker.probe;

/** The test has passed more probes than it may, or run out of stack. An Error, so that fewer handlers catch it; thrown again at every later probe. */
public final class OutOfFuel extends Error {
    private static final long serialVersionUID = 1L;

    /** @param traced whether to record where; only the first is worth it */
    OutOfFuel(boolean traced) {
        super("out of fuel", null, false, traced);
    }

    /** @param overflow what ended the test's fuel before its time */
    OutOfFuel(StackOverflowError overflow) {
        super("out of stack", overflow, false, false);
    }
}
