package org.elenchus.actors.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;

/**
 * How much better each trajectory did than its group.
 *
 * <p>GDPO (arXiv 2601.05242): A_ik = (r_ik − mean_k)/(std_k + ε) per component, S_i = Σ_k w_k·A_ik, then Â_i = (S_i − mean)/(std + ε) over
 * the batch. GRPO: A_i = (R_i − mean)/(std + ε) with R_i = Σ_k λ_k·r_ik. Sample deviations, ε = 1e-4. A group with a single component has
 * nothing to decouple and nothing to weigh: it is always normalised by GRPO with weight 1.
 *
 * <p>A component without variance contributes exactly 0. A group without any signal gets advantages of exactly 0, and neither feeds the
 * batch statistics nor is touched by them.
 */
public final class Advantages {
    static final double EPSILON = 1e-4;

    /** Rewards closer together than this differ by rounding only. */
    private static final double NO_SPREAD = 1e-12;

    private Advantages() {}

    /** Whether the group teaches anything: at least two trajectories that some weighted reward tells apart. */
    public static boolean hasSignal(Group group, LearningSettings settings) {
        return isSignal(ofGroup(group, settings));
    }

    /** Advantages within the group, without batch normalisation. Shape: K. */
    public static double[] ofGroup(Group group, LearningSettings settings) {
        int k = group.trajectories().size();
        double[] weights = weights(group, settings);
        if (settings.estimator() == AdvantageEstimator.GRPO || weights.length == 1) {
            return normalised(weighted(group, weights));
        }
        double[] sums = new double[k];
        for (int c = 0; c < weights.length; c++) {
            Vectors.addScaled(sums, weights[c], normalised(group.component(c)));
        }
        return sums;
    }

    /** Advantages of a batch, batch-normalised where the estimator asks for it. Shape: groups × K. */
    public static List<double[]> ofBatch(List<Group> batch, LearningSettings settings) {
        List<double[]> advantages = new ArrayList<>();
        batch.forEach(group -> advantages.add(ofGroup(group, settings)));
        boolean decoupled = batch.stream().anyMatch(group -> group.components() > 1);
        return settings.estimator() == AdvantageEstimator.GDPO && decoupled
                ? batchNormalised(advantages)
                : List.copyOf(advantages);
    }

    private static List<double[]> batchNormalised(List<double[]> groups) {
        double[] all = groups.stream()
                .filter(Advantages::isSignal)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double mean = Vectors.mean(all);
        double scale = Vectors.sampleDeviation(all) + EPSILON;
        List<double[]> normalised = new ArrayList<>();
        for (double[] group : groups) {
            double[] copy = group.clone();
            if (isSignal(group)) {
                for (int i = 0; i < copy.length; i++) {
                    copy[i] = (copy[i] - mean) / scale;
                }
            }
            normalised.add(copy);
        }
        return List.copyOf(normalised);
    }

    private static boolean isSignal(double[] advantages) {
        for (double advantage : advantages) {
            if (advantage != 0) {
                return true;
            }
        }
        return false;
    }

    private static double[] weighted(Group group, double[] weights) {
        double[] totals = new double[group.trajectories().size()];
        for (int c = 0; c < weights.length; c++) {
            Vectors.addScaled(totals, weights[c], group.component(c));
        }
        return totals;
    }

    /** (r − mean)/(std + ε), or exact zeros where nothing varies. */
    private static double[] normalised(double[] rewards) {
        double[] advantages = new double[rewards.length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double reward : rewards) {
            low = Math.min(low, reward);
            high = Math.max(high, reward);
        }
        if (rewards.length < 2 || high - low <= NO_SPREAD) {
            return advantages;
        }
        double mean = Vectors.mean(rewards);
        double scale = Vectors.sampleDeviation(rewards) + EPSILON;
        for (int i = 0; i < rewards.length; i++) {
            advantages[i] = (rewards[i] - mean) / scale;
        }
        return advantages;
    }

    private static double[] weights(Group group, LearningSettings settings) {
        int components = group.components();
        if (components == 1) {
            return new double[] {1};
        }
        if (components > settings.componentWeights().size()) {
            throw new IllegalArgumentException("group " + group.id() + " has " + components + " reward components but "
                    + settings.componentWeights().size() + " weights are set");
        }
        double[] weights = new double[components];
        for (int c = 0; c < components; c++) {
            weights[c] = settings.componentWeights().get(c);
        }
        return weights;
    }
}
