package org.elenchus.protocol.repository;

/** A test that is kept out of every verifier, and why. */
public record Quarantined(TestId id, Reason reason) {
    /** Why a test cannot be trusted or afforded. */
    public enum Reason {
        FAILS,
        FLAKY,
        /** Its code runs on several threads: what it does there, and at what price, depends on who is scheduled when. */
        CONCURRENT,
        SLOW,
        BLOCKS,
        NOT_RUN
    }
}
