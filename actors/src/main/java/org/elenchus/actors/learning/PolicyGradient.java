package org.elenchus.actors.learning;

import org.elenchus.protocol.learning.LearningSettings;

/** The policy gradient of one task (Socratic-SWE, g_τ). */
public final class PolicyGradient {
    private PolicyGradient() {}

    /**
     * g_τ = mean over trajectories of Â_i · mean over actions of ∇log π: the direction that makes what did better than its group more
     * likely. Advantages are the group's own, without batch normalisation. Exactly zero for a group without signal. Shape: θ.
     */
    public static double[] of(Policy policy, Group group, LearningSettings settings) {
        double[] advantages = Advantages.ofGroup(group, settings);
        PolicyPass pass = new PolicyPass(policy);
        for (int i = 0; i < advantages.length; i++) {
            Trajectory trajectory = group.trajectories().get(i);
            if (advantages[i] != 0) {
                double factor = advantages[i]
                        / advantages.length
                        / Math.max(1, trajectory.actions().size());
                for (Action action : trajectory.actions()) {
                    pass.add(pass.at(action), factor);
                }
            }
        }
        return pass.gradient();
    }
}
