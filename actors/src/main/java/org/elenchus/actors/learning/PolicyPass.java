package org.elenchus.actors.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.elenchus.protocol.trace.ChoiceSet;

/**
 * One pass of a policy over many actions. Logits and exponentials are computed once per choice set, and the weighted sum of score
 * gradients is kept per row until it is asked for, so an action costs its rows and not its rows × features. Log-probabilities are
 * bit-identical to {@link Policy#logProbabilities}. Not thread-safe.
 */
final class PolicyPass {
    private final double[] weights;
    private final IdentityHashMap<ChoiceSet, Rows> known = new IdentityHashMap<>();
    private final List<Rows> inOrderMet = new ArrayList<>();

    PolicyPass(Policy policy) {
        this.weights = policy.weights();
    }

    /** A choice set under the policy. {@code coefficients} holds, per row, what its features are to be multiplied by. */
    private record Rows(int[][] features, double[] logits, int best, double[] exponentials, double[] coefficients) {}

    /** The policy's view of one action. @param probabilities π over the rows, 0 for excluded ones */
    record Draw(Rows rows, int chosen, double logProbability, double[] probabilities) {}

    Draw at(Action action) {
        Rows rows = known.get(action.set());
        if (rows == null) {
            rows = meet(action.set());
        }
        boolean bestExcluded = Arrays.binarySearch(action.excluded(), rows.best()) >= 0;
        double[] terms =
                bestExcluded ? rows.logits().clone() : rows.exponentials().clone();
        double max = rows.logits()[rows.best()];
        if (bestExcluded) {
            for (int row : action.excluded()) {
                terms[row] = Double.NEGATIVE_INFINITY;
            }
            max = terms[Policy.best(terms)];
            exponentiate(terms, max);
        } else {
            for (int row : action.excluded()) {
                terms[row] = 0;
            }
        }
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        for (int i = 0; i < terms.length; i++) {
            terms[i] /= sum;
        }
        double logProbability = rows.logits()[action.chosen()] - (max + StrictMath.log(sum));
        return new Draw(rows, action.chosen(), logProbability, terms);
    }

    /** Adds {@code factor · ∇log π(chosen)} to the gradient. */
    void add(Draw draw, double factor) {
        double[] coefficients = draw.rows().coefficients();
        double[] probabilities = draw.probabilities();
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] -= factor * probabilities[i];
        }
        coefficients[draw.chosen()] += factor;
    }

    /** The sum of all that was added. Shape: θ. */
    double[] gradient() {
        double[] gradient = new double[weights.length];
        for (Rows rows : inOrderMet) {
            for (int i = 0; i < rows.features().length; i++) {
                double coefficient = rows.coefficients()[i];
                if (coefficient != 0) {
                    for (int feature : rows.features()[i]) {
                        gradient[feature] += coefficient;
                    }
                }
            }
        }
        return gradient;
    }

    private Rows meet(ChoiceSet set) {
        double[] logits = Policy.logits(weights, set);
        int best = Policy.best(logits);
        double[] exponentials = logits.clone();
        exponentiate(exponentials, logits[best]);
        Rows rows = new Rows(set.rows(), logits, best, exponentials, new double[logits.length]);
        known.put(set, rows);
        inOrderMet.add(rows);
        return rows;
    }

    private static void exponentiate(double[] logits, double max) {
        for (int i = 0; i < logits.length; i++) {
            logits[i] = StrictMath.exp(logits[i] - max);
        }
    }
}
