package org.elenchus.tools.mining.suite;

/** Hears how far a run of the suite is. */
public interface SuiteProgress {
    /** The three runs. */
    enum Pass {
        SCREEN,
        MEASURE,
        CONFIRM
    }

    /** @param done tests run; @param total tests to run in this pass */
    void ran(Pass pass, int done, int total);
}
