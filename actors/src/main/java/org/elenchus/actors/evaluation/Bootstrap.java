package org.elenchus.actors.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.elenchus.protocol.DrawKey;

/** The percentile bootstrap: the spread of a statistic over resamples of the tasks, with replacement (Efron 1979). */
final class Bootstrap {
    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** The middle 95 %. */
    record Interval(double low, double high) {}

    /** @param tasks at least one */
    static <T> Interval of(List<T> tasks, ToDoubleFunction<List<T>> statistic, DrawKey key) {
        RandomGenerator random = key.generator();
        List<T> drawn = new ArrayList<>(tasks);
        return middle(() -> {
            draw(tasks, drawn, random);
            return statistic.applyAsDouble(drawn);
        });
    }

    /**
     * Of the mean over seeds of a statistic of each seed's tasks. Seeds and tasks are drawn independently of each other (the pigeonhole
     * bootstrap, Owen 2007): all seeds of a resample have the tasks that were drawn for it, each as far as they are its own. Where all have
     * the same tasks, more seeds say nothing new about how tasks differ, and the interval is not narrowed as if they did.
     *
     * @param seeds at least one, each of at least one task by its id
     */
    static <T> Interval ofMeans(
            List<? extends Map<String, T>> seeds, ToDoubleFunction<List<T>> statistic, DrawKey key) {
        RandomGenerator random = key.generator();
        List<String> ids = seeds.stream()
                .flatMap(seed -> seed.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<List<Optional<T>>> table = seeds.stream()
                .map(seed -> ids.stream()
                        .map(id -> Optional.ofNullable(seed.get(id)))
                        .toList())
                .toList();
        return middle(() -> {
            OptionalDouble mean;
            do {
                int[] tasks = random.ints(ids.size(), 0, ids.size()).toArray();
                mean = random.ints(seeds.size(), 0, seeds.size())
                        .mapToObj(seed -> own(table.get(seed), tasks))
                        .filter(own -> !own.isEmpty())
                        .mapToDouble(statistic)
                        .average();
            } while (mean.isEmpty());
            return mean.getAsDouble();
        });
    }

    private static <T> List<T> own(List<Optional<T>> seed, int[] tasks) {
        List<T> own = new ArrayList<>(tasks.length);
        for (int task : tasks) {
            seed.get(task).ifPresent(own::add);
        }
        return own;
    }

    private static <T> void draw(List<T> from, List<T> drawn, RandomGenerator random) {
        drawn.replaceAll(task -> from.get(random.nextInt(from.size())));
    }

    private static Interval middle(DoubleSupplier resampled) {
        double[] values = new double[RESAMPLES];
        Arrays.setAll(values, r -> resampled.getAsDouble());
        Arrays.sort(values);
        int tail = (int) (TAIL * RESAMPLES);
        return new Interval(values[tail], values[RESAMPLES - 1 - tail]);
    }
}
