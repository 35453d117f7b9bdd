package org.elenchus.actors.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;

/**
 * Solve rates of runs that differ in their seed alone: means over the seeds, with 95 % intervals that resample seeds first and then the
 * tasks of each.
 */
public final class AcrossSeeds {
    private AcrossSeeds() {}

    /** @param low lower end of the interval; @param high upper end */
    public record Estimate(double value, double low, double high) {}

    /**
     * The mean solve rate; empty when no seed has a rollout.
     *
     * @param seeds the rollouts of each seed, by task; a seed without any is left out
     * @param key stream of the resampling draws
     */
    public static Optional<Estimate> rate(List<? extends Collection<Tally>> seeds, DrawKey key) {
        List<List<Tally>> tallies = new ArrayList<>();
        for (Collection<Tally> seed : seeds) {
            List<Tally> tasks = List.copyOf(SolveRate.byTask(seed).values());
            if (!tasks.isEmpty()) {
                tallies.add(tasks);
            }
        }
        if (tallies.isEmpty()) {
            return Optional.empty();
        }
        double mean = tallies.stream().mapToDouble(SolveRate::share).average().orElseThrow();
        Bootstrap.Interval interval = Bootstrap.ofMeans(tallies, SolveRate::share, key);
        return Optional.of(new Estimate(mean, interval.low(), interval.high()));
    }

    /**
     * By how much the second solves more than the first, paired by seed and task; empty when they have no task in common.
     *
     * @param first the rollouts of each seed; @param second those of the same seeds in the same order
     */
    public static Optional<Estimate> difference(
            List<? extends Collection<Tally>> first, List<? extends Collection<Tally>> second, DrawKey key) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(first.size() + " seeds against " + second.size());
        }
        List<List<Rise.Pair>> pairs = new ArrayList<>();
        for (int seed = 0; seed < first.size(); seed++) {
            List<Rise.Pair> tasks = Rise.pairs(first.get(seed), second.get(seed));
            if (!tasks.isEmpty()) {
                pairs.add(tasks);
            }
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        double mean = pairs.stream().mapToDouble(Rise::delta).average().orElseThrow();
        Bootstrap.Interval interval = Bootstrap.ofMeans(pairs, Rise::delta, key);
        return Optional.of(new Estimate(mean, interval.low(), interval.high()));
    }
}
