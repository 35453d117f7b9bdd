package org.elenchus.protocol.learning;

/** What of a rollout is credited with how it ended. */
public enum Credit {
    /** All of its choices alike, as in the paper. */
    ROLLOUT,
    /** Each attempt, the choice of a place and of an edit there, with what it came to itself. */
    ATTEMPT
}
