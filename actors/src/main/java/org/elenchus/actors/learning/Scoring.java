package org.elenchus.actors.learning;

import java.util.Comparator;
import java.util.List;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.TaskScore;

/** Scores valid candidates by what the solver would learn from them (Socratic-SWE, R_G). */
public final class Scoring {
    private Scoring() {}

    /** What scoring found. @param anchorNorm ‖G_v‖; @param scores by task id */
    public record Scored(double anchorNorm, List<TaskScore> scores) {}

    /**
     * The scores of the candidates' groups.
     *
     * @param anchor groups of the validation tasks; when there is none, G_v is zero and every cosine is 0
     * @param candidates groups of the candidates, in any order
     * @param key stream of the RANDOM reward's draws, narrowed per task
     */
    public static Scored score(
            Policy policy,
            List<Group> anchor,
            List<Group> candidates,
            GeneratorReward reward,
            LearningSettings settings,
            DrawKey key) {
        double[] target = anchor.isEmpty()
                ? new double[policy.size()]
                : Alignment.anchor(anchor.stream()
                        .sorted(Group.BY_ID)
                        .map(group -> PolicyGradient.of(policy, group, settings))
                        .toList());
        List<TaskScore> scores = candidates.stream()
                .sorted(Comparator.comparing(Group::taskId).thenComparing(Group.BY_ID))
                .map(group -> score(policy, target, group, reward, settings, key))
                .toList();
        return new Scored(Vectors.norm(target), scores);
    }

    private static TaskScore score(
            Policy policy,
            double[] anchor,
            Group group,
            GeneratorReward reward,
            LearningSettings settings,
            DrawKey key) {
        double[] gradient = PolicyGradient.of(policy, group, settings);
        double cosine = Alignment.cosine(gradient, anchor);
        double p = group.solveRate();
        double rewarded = switch (reward) {
            case ALIGNMENT -> cosine;
            case HARDNESS -> 1 - p;
            case UNCERTAINTY -> 1 - 2 * Math.abs(p - 0.5);
            case VARIANCE -> 4 * p * (1 - p);
            case HYBRID -> cosine + p * (1 - p);
            case CONSTANT -> 1;
            case RANDOM -> key.at(group.taskId()).generator().nextDouble();
        };
        return new TaskScore(group.taskId(), cosine, Vectors.norm(gradient), p, rewarded);
    }
}
