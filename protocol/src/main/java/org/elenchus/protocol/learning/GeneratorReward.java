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
    /** cos(g_τ, G_v) + p·(1 − p): both terms have about the same spread. */
    HYBRID,
    /** 1: whatever is valid is as good as any other. */
    CONSTANT,
    /** A keyed uniform draw: the control that ignores the solver. */
    RANDOM;

    /** Whether a negative reward says that a task leads away from the validation tasks. */
    public boolean aligns() {
        return this == ALIGNMENT || this == HYBRID;
    }
}
