package org.elenchus.protocol.learning;

/**
 * How a valid candidate was scored.
 *
 * @param cosine cos(g_τ, G_v); 0 where the group has no signal
 * @param gradientNorm ‖g_τ‖
 * @param solveRate p over the group's rollouts
 * @param reward R_G under the run's generator reward
 */
public record TaskScore(String taskId, double cosine, double gradientNorm, double solveRate, double reward) {}
