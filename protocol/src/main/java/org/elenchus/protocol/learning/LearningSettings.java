package org.elenchus.protocol.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.elenchus.protocol.Required;

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

    /** Of a solver's reward: r¹, r², r³. */
    private static final int COMPONENTS = 3;

    private static final int MOST_EPOCHS = 1_000;
    private static final int MOST_TASKS = 10_000;

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
        componentWeights = Required.list("component weights", componentWeights);
        // Specifications of earlier versions know of none, and keep their ids.
        credit = Objects.requireNonNullElse(credit, Optional.<Credit>empty()).filter(c -> c != Credit.ROLLOUT);
        damping = Objects.requireNonNullElse(damping, Optional.<Double>empty()).filter(d -> d != LEAST_DAMPING);
    }

    /**
     * To be called on a run's settings where they come in; see {@link org.elenchus.protocol.run.RunSpec#check}.
     *
     * @throws IllegalArgumentException when something is absent or out of range
     */
    public void check() {
        Required.present("estimator", estimator);
        if (componentWeights.size() != COMPONENTS) {
            throw new IllegalArgumentException("component weights must be " + COMPONENTS
                    + ", one for each part of a solver's reward; got " + componentWeights);
        }
        componentWeights.forEach(
                weight -> Required.that(Double.isFinite(weight), "component weights", weight, "finite"));
        positive("learning rate", learningRate);
        damping.ifPresent(epsilon -> positive("damping", epsilon));
        notNegative("clip low", clipLow);
        notNegative("clip high", clipHigh);
        notNegative("KL weight", klWeight);
        count("epochs", epochs, MOST_EPOCHS);
        count("tasks per batch", tasksPerBatch, MOST_TASKS);
    }

    private static void positive(String name, double value) {
        Required.that(value > 0 && Double.isFinite(value), name, value, "above 0 and finite");
    }

    private static void notNegative(String name, double value) {
        Required.that(value >= 0 && Double.isFinite(value), name, value, "at least 0 and finite");
    }

    private static void count(String name, int value, int most) {
        Required.that(value >= 1 && value <= most, name, value, "at least 1 and at most " + most);
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
