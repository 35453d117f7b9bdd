package org.elenchus.protocol.learning;

/** How a group's rewards become advantages. */
public enum AdvantageEstimator {
    /** Group reward-decoupled normalisation (arXiv 2601.05242): each component normalised alone. */
    GDPO,
    /** Group-relative: the weighted sum of the components normalised once. */
    GRPO
}
