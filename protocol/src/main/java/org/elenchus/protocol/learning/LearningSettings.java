package org.elenchus.protocol.learning;

import java.util.List;

/**
 * Settings of the policy update.
 *
 * @param componentWeights λ (GRPO) and w (GDPO) of r¹, r², r³
 * @param learningRate Adam's step size
 * @param clipLow ε_low of the clipped surrogate
 * @param clipHigh ε_high
 * @param klWeight β, weight of the k3 estimate against the reference policy
 * @param epochs passes over each round's groups
 * @param tasksPerBatch groups per Adam step
 */
public record LearningSettings(
        AdvantageEstimator estimator,
        List<Double> componentWeights,
        double learningRate,
        double clipLow,
        double clipHigh,
        double klWeight,
        int epochs,
        int tasksPerBatch) {
    public static final LearningSettings DEFAULT =
            new LearningSettings(AdvantageEstimator.GDPO, List.of(1.0, 0.5, 0.25), 0.05, 0.2, 0.2, 0.01, 2, 10);

    public LearningSettings {
        componentWeights = List.copyOf(componentWeights);
    }
}
