package org.elenchus.actors.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;

/**
 * Solve rates of runs that differ in their seed alone: means over the seeds, with 95 % intervals that resample both seeds and tasks where
 * nothing else is said.
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
        List<SortedMap<String, Tally>> tallies = seeds.stream()
                .map(SolveRate::byTask)
                .filter(tasks -> !tasks.isEmpty())
                .toList();
        return mean(tallies, SolveRate::share, key);
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
        List<SortedMap<String, Rise.Pair>> pairs = IntStream.range(0, first.size())
                .mapToObj(seed -> Rise.pairs(first.get(seed), second.get(seed)))
                .filter(tasks -> !tasks.isEmpty())
                .toList();
        return mean(pairs, Rise::delta, key);
    }

    /**
     * The mean of one figure of each run. Runs alone are resampled: tasks are taken as they are.
     *
     * @param runs at least one figure
     */
    public static Estimate mean(List<Double> runs, DrawKey key) {
        Bootstrap.Interval interval = Bootstrap.of(runs, AcrossSeeds::average, key);
        return new Estimate(average(runs), interval.low(), interval.high());
    }

    private static double average(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static <T> Optional<Estimate> mean(
            List<SortedMap<String, T>> seeds, ToDoubleFunction<List<T>> statistic, DrawKey key) {
        if (seeds.isEmpty()) {
            return Optional.empty();
        }
        double mean = seeds.stream()
                .mapToDouble(tasks -> statistic.applyAsDouble(List.copyOf(tasks.values())))
                .average()
                .orElseThrow();
        Bootstrap.Interval interval = Bootstrap.ofMeans(seeds, statistic, key);
        return Optional.of(new Estimate(mean, interval.low(), interval.high()));
    }
}
