package org.elenchus.tools.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;

/** What of a run's settings of learning is replaced; what is absent stays the run's own. */
record Setting(
        Optional<Double> learningRate,
        Optional<Double> damping,
        Optional<Integer> epochs,
        Optional<AdvantageEstimator> advantage) {
    /** Every combination; an empty list leaves its setting alone. */
    static List<Setting> combinations(
            List<Double> learningRates,
            List<Double> dampings,
            List<Integer> epochs,
            List<AdvantageEstimator> advantages) {
        List<Setting> all = new ArrayList<>();
        for (Optional<Double> rate : choices(learningRates)) {
            for (Optional<Double> damping : choices(dampings)) {
                for (Optional<Integer> passes : choices(epochs)) {
                    for (Optional<AdvantageEstimator> advantage : choices(advantages)) {
                        all.add(new Setting(rate, damping, passes, advantage));
                    }
                }
            }
        }
        return all;
    }

    private static <T> List<Optional<T>> choices(List<T> named) {
        return named.isEmpty()
                ? List.of(Optional.empty())
                : named.stream().distinct().map(Optional::of).toList();
    }

    /** The run's settings with what this one replaces. */
    LearningSettings over(LearningSettings own) {
        return new LearningSettings(
                advantage.orElse(own.estimator()),
                own.componentWeights(),
                learningRate.orElse(own.learningRate()),
                own.clipLow(),
                own.clipHigh(),
                own.klWeight(),
                epochs.orElse(own.epochs()),
                own.tasksPerBatch(),
                own.credit(),
                damping.or(own::damping));
    }

    /** In words. */
    String text() {
        List<String> parts = new ArrayList<>();
        learningRate.ifPresent(rate -> parts.add("rate " + plain(rate)));
        damping.ifPresent(damped -> parts.add("damping " + plain(damped)));
        epochs.ifPresent(passes -> parts.add("epochs " + passes));
        advantage.ifPresent(estimator -> parts.add(estimator.name().toLowerCase(Locale.ROOT)));
        return parts.isEmpty() ? "as trained" : String.join(", ", parts);
    }

    private static String plain(double value) {
        return value < 1e-3
                ? Double.toString(value).toLowerCase(Locale.ROOT).replace(".0e", "e")
                : Double.toString(value);
    }
}
