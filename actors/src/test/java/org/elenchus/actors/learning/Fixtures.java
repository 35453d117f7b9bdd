package org.elenchus.actors.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.trace.ChoiceSet;

/** Random but keyed learning problems. */
final class Fixtures {
    private Fixtures() {}

    static LearningSettings settings(AdvantageEstimator estimator) {
        return new LearningSettings(
                estimator, List.of(1.0, 0.5, 0.25), 0.05, 0.2, 0.2, 0.01, 2, 10, Optional.empty(), Optional.empty());
    }

    /** Rewards only; no actions. @param rewards shape K × components */
    static Group rewarded(String id, double[]... rewards) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (int i = 0; i < rewards.length; i++) {
            trajectories.add(new Trajectory(id + "/" + i, List.of(), rewards[i]));
        }
        return new Group(id, id, trajectories);
    }

    static Policy policy(int features, double scale, RandomGenerator random) {
        double[] weights = new double[features];
        Arrays.setAll(weights, i -> scale * (2 * random.nextDouble() - 1));
        return new Policy(weights);
    }

    static ChoiceSet choiceSet(int rows, int perRow, int features, RandomGenerator random) {
        int[][] set = new int[rows][];
        for (int i = 0; i < rows; i++) {
            set[i] = random.ints(0, features).distinct().limit(perRow).sorted().toArray();
        }
        return new ChoiceSet(set);
    }

    /** A trajectory drawn without replacement from the sets in turn. */
    static Trajectory drawn(
            String id, Policy policy, List<ChoiceSet> sets, int actions, double[] rewards, RandomGenerator random) {
        List<List<Integer>> taken = new ArrayList<>();
        sets.forEach(set -> taken.add(new ArrayList<>()));
        List<Action> drawn = new ArrayList<>();
        for (int a = 0; a < actions; a++) {
            int s = a % sets.size();
            int[] excluded =
                    taken.get(s).stream().mapToInt(Integer::intValue).sorted().toArray();
            double[] log = policy.logProbabilities(sets.get(s), excluded);
            int row = Policy.draw(log, random);
            drawn.add(new Action(sets.get(s), excluded, row, log[row]));
            taken.get(s).add(row);
        }
        return new Trajectory(id, drawn, rewards);
    }

    /** K rollouts of one task with random rewards. */
    static Group group(String id, Policy policy, int k, int actions, List<ChoiceSet> sets, RandomGenerator random) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double repaired = random.nextInt(3) / 2.0;
            double[] rewards = {repaired == 1 ? 1 : 0, repaired, random.nextInt(5) / 4.0};
            trajectories.add(drawn(id + "/" + i, policy, sets, actions, rewards, random));
        }
        return new Group(id, id, trajectories);
    }

    /** Central differences of a function of θ. */
    static double[] numericGradient(double[] weights, java.util.function.ToDoubleFunction<double[]> function) {
        double h = 1e-6;
        double[] gradient = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double[] up = weights.clone();
            double[] down = weights.clone();
            up[i] += h;
            down[i] -= h;
            gradient[i] = (function.applyAsDouble(up) - function.applyAsDouble(down)) / (2 * h);
        }
        return gradient;
    }
}
