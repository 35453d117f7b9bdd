package org.elenchus.actors.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;

/**
 * The chance that of k attempts at a task at least one solves it (Chen et al. 2021, arXiv 2107.03374, section 2.1): of n attempts of which
 * c solved it, the share of the subsets of k that hold a solving one. Unbiased, where 1 − (1 − c/n)^k is too low.
 */
public final class PassAtK {
    private PassAtK() {}

    /** 1 − C(n−c, k) / C(n, k). @param n attempts; @param c of them solved; @param k 1..n */
    public static double of(int n, int c, int k) {
        if (k < 1 || n < k || c < 0 || c > n) {
            throw new IllegalArgumentException("pass@" + k + " of " + c + " in " + n);
        }
        double none = 1;
        for (int i = n - c + 1; i <= n; i++) {
            none *= Math.max(0, 1 - (double) k / i);
        }
        return 1 - none;
    }

    /**
     * The mean over tasks with its 95 % bootstrap interval over tasks; empty when there is none.
     *
     * @param tasks of at least k attempts each, in an order that does not depend on chance
     * @param key stream of the resampling draws
     */
    public static Optional<Estimate> over(Collection<Tally> tasks, int k, DrawKey key) {
        List<Double> chances =
                tasks.stream().map(task -> of(task.total(), task.solved(), k)).toList();
        if (chances.isEmpty()) {
            return Optional.empty();
        }
        Bootstrap.Interval interval = Bootstrap.of(chances, PassAtK::mean, key);
        return Optional.of(new Estimate(mean(chances), interval.low(), interval.high()));
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }
}
