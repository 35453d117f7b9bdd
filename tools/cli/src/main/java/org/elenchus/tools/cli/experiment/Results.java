package org.elenchus.tools.cli.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.elenchus.actors.evaluation.AcrossSeeds;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;

/**
 * What an experiment found. Pure: the same observations give the same figures, in whatever order they come.
 *
 * @param tasks distinct held-out tasks over all seeds
 * @param solved those that any strategy solved under any seed in any iteration, once at least: only they can tell strategies apart
 * @param seeds those for which every strategy has finished; others are left out, so that budgets and tasks are paired
 * @param planned seeds of the plan
 * @param curves by strategy
 */
record Results(int tasks, int solved, List<Long> seeds, int planned, Map<Strategy, Curve> curves) {
    Results {
        seeds = List.copyOf(seeds);
    }

    /**
     * A strategy's held-out solve rate.
     *
     * @param rates by iteration; index 0 is the base
     * @param rises over the base, by iteration from the first on; none without tasks
     * @param vsFull of the last iteration over the full method's; absent without tasks
     * @param budgets the rate over how many edits a rollout may try, the smallest number first
     * @param rollouts spent on learning, mean per run
     */
    record Curve(
            List<Estimate> rates,
            List<Estimate> rises,
            Optional<Estimate> vsFull,
            List<Within> budgets,
            double rollouts) {
        Curve {
            rates = List.copyOf(rates);
            rises = List.copyOf(rises);
            budgets = List.copyOf(budgets);
        }

        /** Rates within so many edits, of the untrained solver and after the last iteration. */
        record Within(int edits, Estimate base, Estimate last) {}

        Estimate last() {
            return rates.get(rates.size() - 1);
        }

        /** Of the last iteration over the base. */
        Optional<Estimate> rise() {
            return rises.isEmpty() ? Optional.empty() : Optional.of(rises.get(rises.size() - 1));
        }
    }

    static Results of(Plan plan, List<Observation> observations) {
        Map<Strategy, Map<Long, Observation>> byStrategy = new EnumMap<>(Strategy.class);
        for (Observation observation : observations) {
            byStrategy
                    .computeIfAbsent(observation.trial().strategy(), s -> new TreeMap<>())
                    .put(observation.trial().seed(), observation);
        }
        List<Long> whole =
                plan.whole(observations.stream().map(Observation::trial).collect(Collectors.toSet()));
        Map<Strategy, List<Observation>> paired = new EnumMap<>(Strategy.class);
        for (Strategy strategy : plan.strategies()) {
            Map<Long, Observation> bySeed = byStrategy.getOrDefault(strategy, Map.of());
            paired.put(
                    strategy,
                    whole.stream()
                            .flatMap(seed -> Optional.ofNullable(bySeed.get(seed)).stream())
                            .toList());
        }
        Map<Strategy, Curve> curves = new EnumMap<>(Strategy.class);
        List<Observation> full = paired.getOrDefault(Strategy.FULL, List.of());
        if (!whole.isEmpty()) {
            paired.forEach((strategy, seeds) -> curves.put(strategy, curve(strategy, seeds, full)));
        }
        return new Results(
                tasks(paired.values()),
                solved(paired.values()),
                whole,
                plan.seeds().size(),
                curves);
    }

    private static Curve curve(Strategy strategy, List<Observation> seeds, List<Observation> full) {
        int last = seeds.stream().mapToInt(Observation::lastIteration).min().orElse(0);
        List<Estimate> rates = new ArrayList<>();
        List<Estimate> rises = new ArrayList<>();
        for (int iteration = 0; iteration <= last; iteration++) {
            rates.add(rate(at(seeds, iteration), key("rate", iteration)));
            if (iteration > 0) {
                AcrossSeeds.difference(at(seeds, 0), at(seeds, iteration), key("rise", iteration))
                        .ifPresent(rises::add);
            }
        }
        Optional<Estimate> vsFull = strategy == Strategy.FULL || full.isEmpty()
                ? Optional.empty()
                : AcrossSeeds.difference(at(full, last), at(seeds, last), key("vs-full", last));
        double rollouts =
                seeds.stream().mapToLong(Observation::rollouts).average().orElse(0);
        return new Curve(rates, rises, vsFull, budgets(seeds, last), rollouts);
    }

    private static List<Curve.Within> budgets(List<Observation> seeds, int last) {
        return seeds.stream().findFirst().map(seed -> Budgets.of(seed.trial().spec())).orElse(List.of()).stream()
                .map(edits -> new Curve.Within(
                        edits,
                        rate(at(seeds, 0, edits), key("base-within", edits)),
                        rate(at(seeds, last, edits), key("within", edits))))
                .toList();
    }

    private static Estimate rate(List<List<Tally>> seeds, DrawKey key) {
        return AcrossSeeds.rate(seeds, key).orElse(new Estimate(0, 0, 1));
    }

    /** Every strategy is resampled alike, so differences between strategies are not those of the draws. */
    private static DrawKey key(String what, int number) {
        return DrawKey.of(0, "experiment", what, Integer.toString(number));
    }

    private static List<List<Tally>> at(List<Observation> seeds, int iteration) {
        return seeds.stream()
                .map(seed -> seed.at(iteration, Budgets.most(seed.trial().spec())))
                .toList();
    }

    private static List<List<Tally>> at(List<Observation> seeds, int iteration, int edits) {
        return seeds.stream().map(seed -> seed.at(iteration, edits)).toList();
    }

    private static int tasks(Iterable<List<Observation>> paired) {
        Set<String> tasks = new LinkedHashSet<>();
        for (List<Observation> seeds : paired) {
            seeds.forEach(seed -> seed.at(0, 0).forEach(tally -> tasks.add(tally.taskId())));
        }
        return tasks.size();
    }

    private static int solved(Collection<List<Observation>> paired) {
        return (int) paired.stream()
                .flatMap(List::stream)
                .flatMap(seed -> seed.solved().stream())
                .distinct()
                .count();
    }

    /** Strategies, the best at the last iteration first. */
    List<Strategy> ranking() {
        return curves.keySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Strategy strategy) -> curve(strategy).last().value())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    Curve curve(Strategy strategy) {
        Curve curve = curves.get(strategy);
        if (curve == null) {
            throw new IllegalArgumentException(strategy.label() + " is not part of the experiment");
        }
        return curve;
    }
}
