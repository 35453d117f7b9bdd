package org.elenchus.protocol.learning;

/** How a valid candidate is rewarded (R_G). p is its solve rate over K rollouts. */
public enum GeneratorReward {
    /** cos(g_τ, G_v). */
    ALIGNMENT,
    /** 1 − p. */
    HARDNESS,
    /** 1 − 2·|p − 0.5|. */
    UNCERTAINTY,
    /** 4·p·(1 − p). */
    VARIANCE,
    /** A keyed uniform draw: the control that ignores the solver. */
    RANDOM
}
