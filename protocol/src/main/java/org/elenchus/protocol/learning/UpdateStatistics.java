package org.elenchus.protocol.learning;

/**
 * What an update did.
 *
 * @param groups groups with a signal (non-zero variance)
 * @param skipped groups without one
 * @param loss mean loss of the last epoch
 * @param clipFraction share of actions whose ratio was clipped
 * @param kl mean k3
 * @param gradientNorm Euclidean norm of the last gradient
 */
public record UpdateStatistics(
        int groups, int skipped, double loss, double clipFraction, double kl, double gradientNorm) {}
