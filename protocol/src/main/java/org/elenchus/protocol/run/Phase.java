package org.elenchus.protocol.run;

/**
 * The phases of a run. PREPARING, PLANTING and BASELINE happen once; the others once per iteration, in this order. The last four say how a
 * run stands that is in none of them.
 */
public enum Phase {
    /** Fetch, compile and test every repository. */
    PREPARING,
    /** Make and judge the validation, test and seed tasks. */
    PLANTING,
    /** Evaluate the base policy on the test pool. */
    BASELINE,
    /** Attempt known training tasks for their traces. */
    COLLECTING,
    /** Distil the traces into skills. */
    DISTILLING,
    /** Roll out the validation tasks for G_v. */
    ANCHORING,
    /** Ask the skills for candidates. */
    GENERATING,
    /** Pass the candidates through the gates. */
    JUDGING,
    /** Roll out valid candidates and align their gradients with G_v. */
    SCORING,
    /** Update solver and generator. */
    TRAINING,
    /** Evaluate on the test pool. */
    EVALUATING,
    FINISHED,
    FAILED,
    /** It stands still until it is resumed. */
    PAUSED,
    /** Nobody has started it. */
    NOT_STARTED
}
