package org.elenchus.actors.learning;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.elenchus.protocol.trace.ChoiceSet;

/**
 * A log-linear softmax policy: π(i) ∝ exp(θ·φ_i) over the rows of a choice set that are not excluded. Immutable.
 */
public final class Policy {
    private final double[] weights;

    /** @param weights θ, copied */
    public Policy(double[] weights) {
        this.weights = weights.clone();
    }

    public int size() {
        return weights.length;
    }

    /** A copy of θ. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Natural logarithms of the rows' probabilities; −∞ for excluded rows.
     *
     * @param excluded ascending row indices
     * @throws IllegalArgumentException when every row is excluded
     */
    public double[] logProbabilities(ChoiceSet set, int[] excluded) {
        int[][] rows = set.rows();
        double[] logits = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double logit = 0;
            for (int feature : rows[i]) {
                logit += weights[feature];
            }
            logits[i] = logit;
        }
        for (int row : excluded) {
            logits[row] = Double.NEGATIVE_INFINITY;
        }
        double max = Arrays.stream(logits).max().orElse(Double.NEGATIVE_INFINITY);
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("nothing to choose from: " + rows.length + " rows, all excluded");
        }
        double sum = 0;
        for (double logit : logits) {
            sum += StrictMath.exp(logit - max);
        }
        double logSum = max + StrictMath.log(sum);
        for (int i = 0; i < logits.length; i++) {
            logits[i] -= logSum;
        }
        return logits;
    }

    /** Draws a row by inverse transform with one uniform draw. @param logProbabilities as from {@link #logProbabilities} */
    public static int draw(double[] logProbabilities, RandomGenerator random) {
        double u = random.nextDouble();
        double cumulative = 0;
        int last = -1;
        for (int i = 0; i < logProbabilities.length; i++) {
            if (logProbabilities[i] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            cumulative += StrictMath.exp(logProbabilities[i]);
            last = i;
            if (u < cumulative) {
                return i;
            }
        }
        return last;
    }
}
