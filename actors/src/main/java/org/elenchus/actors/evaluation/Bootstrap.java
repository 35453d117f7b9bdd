package org.elenchus.actors.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        double[] values = new double[RESAMPLES];
        List<T> drawn = new ArrayList<>(tasks);
        for (int r = 0; r < RESAMPLES; r++) {
            drawn.replaceAll(task -> tasks.get(random.nextInt(tasks.size())));
            values[r] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(values);
        int tail = (int) (TAIL * RESAMPLES);
        return new Interval(values[tail], values[RESAMPLES - 1 - tail]);
    }
}
