package org.elenchus.actors.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.UpdateStatistics;

/**
 * The policy update: epochs over batches of groups, one Adam step per batch. Groups are sorted by id first, and each epoch starts half a
 * batch further on, so batches mix without a random draw and arrival order never matters.
 */
public final class Training {
    private Training() {}

    /** A policy version and how it came about. */
    public record Update(Policy policy, UpdateStatistics statistics) {}

    /**
     * The policy after one round of training.
     *
     * @param start π_old, which the groups were drawn from
     * @param reference π_ref of the KL term
     * @param groups in any order; those without signal are left out, and when none has any the policy stays as it is
     */
    public static Update train(Policy start, Policy reference, List<Group> groups, LearningSettings settings) {
        if (start.size() != reference.size()) {
            throw new IllegalArgumentException(
                    "policy of " + start.size() + " weights, reference of " + reference.size());
        }
        if (settings.epochs() < 1 || settings.tasksPerBatch() < 1) {
            throw new IllegalArgumentException("epochs and tasks per batch must be at least 1: " + settings);
        }
        List<Group> teaching = groups.stream()
                .filter(group -> Advantages.hasSignal(group, settings))
                .sorted(Group.BY_ID)
                .toList();
        int skipped = groups.size() - teaching.size();
        if (teaching.isEmpty()) {
            return new Update(start, new UpdateStatistics(0, skipped, 0, 0, 0, 0));
        }
        Surrogate surrogate = new Surrogate(reference, settings);
        Adam adam = new Adam(start.size(), settings);
        Policy policy = start;
        Tally tally = new Tally();
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            tally = new Tally();
            for (List<Group> batch : batches(teaching, settings.tasksPerBatch(), epoch)) {
                Surrogate.Loss loss = loss(surrogate, policy, batch, settings);
                policy = new Policy(adam.step(policy.weights(), loss.gradient()));
                tally.add(loss);
            }
        }
        return new Update(policy, tally.statistics(teaching.size(), skipped));
    }

    private static Surrogate.Loss loss(
            Surrogate surrogate, Policy policy, List<Group> batch, LearningSettings settings) {
        List<Trajectory> trajectories = new ArrayList<>();
        batch.forEach(group -> trajectories.addAll(group.trajectories()));
        double[] advantages = Advantages.ofBatch(batch, settings).stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return surrogate.of(policy, trajectories, advantages);
    }

    static List<List<Group>> batches(List<Group> groups, int size, int epoch) {
        List<Group> rotated = new ArrayList<>(groups);
        Collections.rotate(rotated, -(int) ((long) epoch * ((size + 1) / 2) % groups.size()));
        List<List<Group>> batches = new ArrayList<>();
        for (int from = 0; from < rotated.size(); from += size) {
            batches.add(rotated.subList(from, Math.min(from + size, rotated.size())));
        }
        return batches;
    }

    /** Sums up an epoch. */
    private static final class Tally {
        private double loss;
        private int trajectories;
        private int actions;
        private int clipped;
        private double k3;
        private double gradientNorm;

        void add(Surrogate.Loss batch) {
            loss += batch.value() * batch.trajectories();
            trajectories += batch.trajectories();
            actions += batch.actions();
            clipped += batch.clipped();
            k3 += batch.k3();
            gradientNorm = Vectors.norm(batch.gradient());
        }

        UpdateStatistics statistics(int groups, int skipped) {
            int divisor = Math.max(1, actions);
            return new UpdateStatistics(
                    groups, skipped, loss / trajectories, (double) clipped / divisor, k3 / divisor, gradientNorm);
        }
    }
}
