package org.elenchus.protocol.trace;

/**
 * What a policy could choose from: per row the ascending indices of the features that are 1 (all others 0). Shape: rows × variable.
 */
public record ChoiceSet(int[][] rows) {}
