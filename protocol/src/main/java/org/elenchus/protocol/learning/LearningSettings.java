package org.elenchus.protocol.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
 * @param credit of a solver's choices; absent for whole rollouts
 * @param damping Adam's ε, added to the root of the second moment: features whose gradient is small beside it move in proportion to it and not
 *     by a full step; absent for {@value #LEAST_DAMPING}
 */
public record LearningSettings(
        AdvantageEstimator estimator,
        List<Double> componentWeights,
        double learningRate,
        double clipLow,
        double clipHigh,
        double klWeight,
        int epochs,
        int tasksPerBatch,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Credit> credit,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> damping) {
    /** Adam's usual ε. */
    public static final double LEAST_DAMPING = 1e-8;

    public static final LearningSettings DEFAULT = new LearningSettings(
            AdvantageEstimator.GDPO,
            List.of(1.0, 0.5, 0.25),
            0.15,
            0.2,
            0.2,
            0.01,
            2,
            10,
            Optional.of(Credit.ATTEMPT),
            Optional.of(0.03));

    public LearningSettings {
        componentWeights = List.copyOf(componentWeights);
        // Specifications of earlier versions know of none, and keep their ids.
        credit = Objects.requireNonNullElse(credit, Optional.<Credit>empty()).filter(c -> c != Credit.ROLLOUT);
        damping = Objects.requireNonNullElse(damping, Optional.<Double>empty()).filter(d -> d != LEAST_DAMPING);
    }

    /** Adam's ε. */
    public double epsilon() {
        return damping.orElse(LEAST_DAMPING);
    }

    /** What of a rollout is credited with how it ended. */
    public Credit credited() {
        return credit.orElse(Credit.ROLLOUT);
    }
}
