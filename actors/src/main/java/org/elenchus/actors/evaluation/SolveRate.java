package org.elenchus.actors.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.trace.GroupRef;

/**
 * The share of rollouts that solve their task, with a percentile bootstrap interval. Tasks are resampled, not rollouts: the K rollouts of
 * a task are not independent of each other.
 */
public final class SolveRate {
    private SolveRate() {}

    /** The rollouts of one task. */
    public record Tally(String taskId, int solved, int total) {
        public Tally {
            if (solved < 0 || total < solved) {
                throw new IllegalArgumentException(solved + " of " + total + " solved at " + taskId);
            }
        }

        static Tally of(GroupRef group) {
            return new Tally(group.taskId(), group.solved(), group.rollouts());
        }

        private static Tally sum(Tally a, Tally b) {
            return new Tally(a.taskId(), a.solved() + b.solved(), a.total() + b.total());
        }
    }

    /** The rate over rollout groups. @param groups rollouts; several groups of one task count as one task */
    public static IterationReport.Rate ofGroups(Collection<GroupRef> groups, DrawKey key) {
        return of(tallies(groups), key);
    }

    /**
     * Σ solved / Σ total with its 95 % interval. Without any rollout nothing is known: 0 of 0, interval 0..1. Where every task is solved
     * alike, resampling cannot tell tasks apart and the interval is a point.
     *
     * @param tallies in any order; tallies of one task are added up, those without rollouts are left out
     * @param key stream of the resampling draws
     */
    public static IterationReport.Rate of(Collection<Tally> tallies, DrawKey key) {
        List<Tally> tasks = List.copyOf(byTask(tallies).values());
        if (tasks.isEmpty()) {
            return new IterationReport.Rate(0, 0, 0, 0, 1);
        }
        int solved = tasks.stream().mapToInt(Tally::solved).sum();
        int total = tasks.stream().mapToInt(Tally::total).sum();
        Bootstrap.Interval interval = Bootstrap.of(tasks, SolveRate::share, key);
        return new IterationReport.Rate(solved, total, tasks.size(), interval.low(), interval.high());
    }

    static List<Tally> tallies(Collection<GroupRef> groups) {
        return groups.stream().map(Tally::of).toList();
    }

    /** Tasks in the order of their ids; those without rollouts are left out, and several tallies of one added up. */
    static SortedMap<String, Tally> byTask(Collection<Tally> tallies) {
        SortedMap<String, Tally> byTask = new TreeMap<>();
        for (Tally tally : tallies) {
            if (tally.total() > 0) {
                byTask.merge(tally.taskId(), tally, Tally::sum);
            }
        }
        return byTask;
    }

    /** Σ solved / Σ total. */
    static double share(List<Tally> tasks) {
        long solved = 0;
        long total = 0;
        for (Tally task : tasks) {
            solved += task.solved();
            total += task.total();
        }
        return (double) solved / total;
    }
}
