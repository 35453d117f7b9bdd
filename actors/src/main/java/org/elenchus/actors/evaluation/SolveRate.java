package org.elenchus.actors.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.trace.GroupRef;

/**
 * The share of rollouts that solve their task, with a percentile bootstrap interval. Tasks are resampled, not rollouts: the K rollouts of
 * a task are not independent of each other.
 */
public final class SolveRate {
    static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    private SolveRate() {}

    /** The rollouts of one task. */
    public record Tally(String taskId, int solved, int total) {
        public Tally {
            if (solved < 0 || total < solved) {
                throw new IllegalArgumentException(solved + " of " + total + " solved at " + taskId);
            }
        }
    }

    /** The rate over rollout groups. @param groups rollouts; several groups of one task count as one task */
    public static IterationReport.Rate ofGroups(Collection<GroupRef> groups, DrawKey key) {
        return of(
                groups.stream()
                        .map(group -> new Tally(group.taskId(), group.solved(), group.rollouts()))
                        .toList(),
                key);
    }

    /**
     * Σ solved / Σ total with its 95 % interval. Without any rollout nothing is known: 0 of 0, interval 0..1. Where every task is solved
     * alike, resampling cannot tell tasks apart and the interval is a point.
     *
     * @param tallies in any order; tallies of one task are added up, those without rollouts are left out
     * @param key stream of the resampling draws
     */
    public static IterationReport.Rate of(Collection<Tally> tallies, DrawKey key) {
        List<Tally> tasks = byTask(tallies);
        int solved = tasks.stream().mapToInt(Tally::solved).sum();
        int total = tasks.stream().mapToInt(Tally::total).sum();
        if (tasks.isEmpty()) {
            return new IterationReport.Rate(0, 0, 0, 0, 1);
        }
        double[] rates = resampled(tasks, key.generator());
        double low = rates[(int) (TAIL * RESAMPLES)];
        double high = rates[RESAMPLES - 1 - (int) (TAIL * RESAMPLES)];
        return new IterationReport.Rate(solved, total, tasks.size(), low, high);
    }

    private static List<Tally> byTask(Collection<Tally> tallies) {
        Map<String, Tally> byTask = new TreeMap<>();
        for (Tally tally : tallies) {
            if (tally.total() > 0) {
                byTask.merge(
                        tally.taskId(),
                        tally,
                        (a, b) -> new Tally(a.taskId(), a.solved() + b.solved(), a.total() + b.total()));
            }
        }
        return List.copyOf(byTask.values());
    }

    /** Ascending rates of {@link #RESAMPLES} resamples of the tasks with replacement. */
    private static double[] resampled(List<Tally> tasks, RandomGenerator random) {
        double[] rates = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            long solved = 0;
            long total = 0;
            for (int i = 0; i < tasks.size(); i++) {
                Tally drawn = tasks.get(random.nextInt(tasks.size()));
                solved += drawn.solved();
                total += drawn.total();
            }
            rates[r] = (double) solved / total;
        }
        Arrays.sort(rates);
        return rates;
    }
}
