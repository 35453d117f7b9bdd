package org.elenchus.actors.learning;

import java.util.List;

/**
 * One rollout as learning sees it.
 *
 * @param actions its draws in order; may be empty
 * @param rewards reward components, all finite
 */
public record Trajectory(String id, List<Action> actions, double[] rewards) {
    public Trajectory {
        actions = List.copyOf(actions);
        for (double reward : rewards) {
            if (!Double.isFinite(reward)) {
                throw new IllegalArgumentException("reward of " + id + " is not finite: " + reward);
            }
        }
    }

    Trajectory withActions(List<Action> others) {
        return new Trajectory(id, others, rewards);
    }
}
