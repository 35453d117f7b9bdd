package org.elenchus.actors.learning;

import java.util.IdentityHashMap;
import java.util.List;
import org.elenchus.protocol.learning.LearningSettings;

/**
 * The loss of Socratic-SWE's policy update. Per action: −min(ρÂ, clip(ρ, 1−ε_low, 1+ε_high)·Â) + β·k3 with ρ = exp(log π − log π_old) and
 * k3 = exp(d) − d − 1, d = log π_ref − log π; mean over the actions of a trajectory, then over trajectories. A trajectory without actions
 * contributes 0 but counts. Not thread-safe.
 */
public final class Surrogate {
    /** d beyond this is clamped, and pulls no more. */
    static final double KL_LIMIT = 10;

    /** Keeps ρ and its square finite; no training comes near it. */
    private static final double LOG_RATIO_LIMIT = 60;

    private final PolicyPass reference;
    private final LearningSettings settings;
    private final IdentityHashMap<Action, Double> referenceLogProbabilities = new IdentityHashMap<>();

    /** @param reference π_ref, fixed for the life of this object */
    public Surrogate(Policy reference, LearningSettings settings) {
        this.reference = new PolicyPass(reference);
        this.settings = settings;
    }

    /**
     * The loss at a policy.
     *
     * @param gradient ∂value/∂θ, to be descended
     * @param actions number of actions
     * @param clipped how many of them the clip holds back: no gradient of the first term reaches them
     * @param k3 sum of k3 over the actions
     */
    public record Loss(double value, double[] gradient, int trajectories, int actions, int clipped, double k3) {
        public double clipFraction() {
            return actions == 0 ? 0 : (double) clipped / actions;
        }

        public double meanK3() {
            return actions == 0 ? 0 : k3 / actions;
        }
    }

    /** A term of the loss and its derivative with respect to log π. */
    record Term(double value, double derivative) {}

    /** The loss of these trajectories at a policy. @param advantages Â, one per trajectory */
    public Loss of(Policy policy, List<Trajectory> trajectories, double[] advantages) {
        PolicyPass pass = new PolicyPass(policy);
        double value = 0;
        double k3Sum = 0;
        int actions = 0;
        int clipped = 0;
        for (int i = 0; i < advantages.length; i++) {
            Trajectory trajectory = trajectories.get(i);
            double share =
                    1.0 / advantages.length / Math.max(1, trajectory.actions().size());
            for (Action action : trajectory.actions()) {
                PolicyPass.Draw draw = pass.at(action);
                double logRatio = draw.logProbability() - action.oldLogProbability();
                Term gain = clippedTerm(logRatio, advantages[i]);
                Term k3 = k3(referenceLogProbability(action) - draw.logProbability());
                value += share * (gain.value() + settings.klWeight() * k3.value());
                pass.add(draw, share * (gain.derivative() + settings.klWeight() * k3.derivative()));
                k3Sum += k3.value();
                actions++;
                clipped += isClipped(StrictMath.exp(logRatio), advantages[i]) ? 1 : 0;
            }
        }
        return new Loss(value, pass.gradient(), advantages.length, actions, clipped, k3Sum);
    }

    /** −min(ρÂ, clip(ρ)·Â), with ρ = exp(logRatio). */
    Term clippedTerm(double logRatio, double advantage) {
        double ratio = StrictMath.exp(Math.clamp(logRatio, -LOG_RATIO_LIMIT, LOG_RATIO_LIMIT));
        double held = Math.clamp(ratio, 1 - settings.clipLow(), 1 + settings.clipHigh());
        double value = -Math.min(ratio * advantage, held * advantage);
        boolean flat = isClipped(ratio, advantage) || Math.abs(logRatio) > LOG_RATIO_LIMIT;
        return new Term(value, flat ? 0 : -ratio * advantage);
    }

    /** k3 = exp(d) − d − 1 with d = log π_ref − log π clamped. */
    static Term k3(double difference) {
        double d = Math.clamp(difference, -KL_LIMIT, KL_LIMIT);
        double value = StrictMath.expm1(d) - d;
        boolean flat = Math.abs(difference) > KL_LIMIT;
        return new Term(value, flat ? 0 : -StrictMath.expm1(d));
    }

    private boolean isClipped(double ratio, double advantage) {
        return (advantage > 0 && ratio > 1 + settings.clipHigh()) || (advantage < 0 && ratio < 1 - settings.clipLow());
    }

    private double referenceLogProbability(Action action) {
        return referenceLogProbabilities.computeIfAbsent(
                action, a -> reference.at(a).logProbability());
    }
}
