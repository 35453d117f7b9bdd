package org.elenchus.actors.learning;

import java.util.Comparator;
import java.util.List;

/**
 * The trajectories whose rewards are compared with each other: K rollouts of a task, or the candidates of one commission.
 *
 * @param id unique among the groups of one update
 * @param taskId the task it is about; for a generator's group, the group's own id
 * @param solveRate p: the share of rollouts that solved the task; 0 when there are none
 */
public record Group(String id, String taskId, List<Trajectory> trajectories, double solveRate) {
    /** By id; sums are taken in this order, so that arrival order never matters. */
    static final Comparator<Group> BY_ID = Comparator.comparing(Group::id);

    public Group {
        trajectories = List.copyOf(trajectories);
        for (Trajectory trajectory : trajectories) {
            if (trajectory.rewards().length != trajectories.get(0).rewards().length) {
                throw new IllegalArgumentException("trajectories of " + id + " differ in their reward components");
            }
        }
    }

    /** Every trajectory is a rollout. */
    public Group(String id, String taskId, List<Trajectory> trajectories) {
        this(id, taskId, trajectories, solved(trajectories));
    }

    private static double solved(List<Trajectory> rollouts) {
        long solved = rollouts.stream()
                .filter(rollout -> rollout.rewards().length > 0 && rollout.rewards()[0] == 1.0)
                .count();
        return rollouts.isEmpty() ? 0 : (double) solved / rollouts.size();
    }

    /** The same draws, as if this policy had made them: its log-probabilities stand for those of old. */
    public Group asDrawnBy(Policy policy) {
        PolicyPass pass = new PolicyPass(policy);
        List<Trajectory> drawn = trajectories.stream()
                .map(trajectory -> trajectory.withActions(trajectory.actions().stream()
                        .map(action ->
                                action.withOldLogProbability(pass.at(action).logProbability()))
                        .toList()))
                .toList();
        return new Group(id, taskId, drawn, solveRate);
    }

    /** Number of reward components; 0 for an empty group. */
    int components() {
        return trajectories.isEmpty() ? 0 : trajectories.get(0).rewards().length;
    }

    /** One reward component of every trajectory. Shape: K. */
    double[] component(int index) {
        return trajectories.stream().mapToDouble(t -> t.rewards()[index]).toArray();
    }
}
