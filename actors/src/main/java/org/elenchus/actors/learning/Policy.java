package org.elenchus.actors.learning;

import java.util.random.RandomGenerator;
import org.elenchus.protocol.trace.ChoiceSet;

/**
 * A log-linear softmax policy: π(i) ∝ exp(θ·φ_i) over the rows of a choice set that are not excluded. Immutable.
 */
public final class Policy {
    private final double[] weights;

    /** @param weights θ, copied; all finite */
    public Policy(double[] weights) {
        for (double weight : weights) {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("a weight of a policy must be finite: " + weight);
            }
        }
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
        double[] logits = logits(weights, set);
        for (int row : excluded) {
            logits[row] = Double.NEGATIVE_INFINITY;
        }
        double max = logits.length == 0 ? Double.NEGATIVE_INFINITY : logits[best(logits)];
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("nothing to choose from: " + logits.length + " rows, all excluded");
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

    /** log π(chosen) over the rows that are not excluded. */
    public double logProbability(ChoiceSet set, int[] excluded, int chosen) {
        return logProbabilities(set, excluded)[chosen];
    }

    /** The score ∇log π(chosen) = φ(chosen) − E[φ], over the rows that are not excluded. Shape: θ. */
    public double[] scoreGradient(ChoiceSet set, int[] excluded, int chosen) {
        PolicyPass pass = new PolicyPass(this);
        pass.add(pass.at(new Action(set, excluded, chosen, 0)), 1);
        return pass.gradient();
    }

    /** θ·φ_i per row. */
    static double[] logits(double[] weights, ChoiceSet set) {
        int[][] rows = set.rows();
        double[] logits = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double logit = 0;
            for (int feature : rows[i]) {
                logit += weights[feature];
            }
            logits[i] = logit;
        }
        return logits;
    }

    /** The first row with the highest logit. */
    static int best(double[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Draws a row: that with the largest log π_i + G_i, where each row has Gumbel noise of its own (Gumbel-max). From the same noise, policies that
     * are alike mostly draw the same row. Excluded rows use up noise, too, so that the others keep theirs.
     *
     * @param logProbabilities as from {@link #logProbabilities}
     */
    public static int draw(double[] logProbabilities, RandomGenerator noise) {
        int drawn = -1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logProbabilities.length; i++) {
            double gumbel = -StrictMath.log(-StrictMath.log(1 - noise.nextDouble()));
            double perturbed = logProbabilities[i] + gumbel;
            if (logProbabilities[i] != Double.NEGATIVE_INFINITY && (drawn < 0 || perturbed > largest)) {
                drawn = i;
                largest = perturbed;
            }
        }
        return drawn;
    }
}
