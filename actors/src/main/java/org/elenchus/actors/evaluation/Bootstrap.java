package org.elenchus.actors.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
     * Of the mean over seeds of a statistic of each seed's tasks: seeds are resampled, then the tasks of each seed drawn.
     *
     * @param seeds at least one, each of at least one task
     */
    static <T> Interval ofMeans(List<List<T>> seeds, ToDoubleFunction<List<T>> statistic, DrawKey key) {
        RandomGenerator random = key.generator();
        return middle(() -> {
            double sum = 0;
            for (int s = 0; s < seeds.size(); s++) {
                List<T> tasks = seeds.get(random.nextInt(seeds.size()));
                List<T> drawn = new ArrayList<>(tasks);
                draw(tasks, drawn, random);
                sum += statistic.applyAsDouble(drawn);
            }
            return sum / seeds.size();
        });
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
