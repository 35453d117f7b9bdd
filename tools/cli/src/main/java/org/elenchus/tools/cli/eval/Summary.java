package org.elenchus.tools.cli.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.PassAtK;
import org.elenchus.actors.evaluation.SolveRate;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.task.Pool;

/**
 * What the tasks that were attempted come to.
 *
 * @param reports of all tasks
 * @param passAt by k
 * @param curve by budget
 * @param shares by what the run that trained the solver knew their libraries as; none where that is not known of any task
 */
record Summary(List<TaskReport> reports, List<Pass> passAt, List<Point> curve, List<Share> shares) {
    private static final List<Optional<Pool>> POOLS = Stream.concat(
                    Arrays.stream(Pool.values()).map(Optional::of), Stream.of(Optional.<Pool>empty()))
            .toList();

    /**
     * The chance that one of k attempts is plausible, over the tasks attempted; and correct, over those of which that can be told.
     */
    record Pass(int k, Optional<Estimate> plausible, Optional<Estimate> correct) {}

    /** The share of attempts that are plausible, or correct, within a budget of distinct executions; 95 % intervals over tasks. */
    record Point(int budget, Rate plausible, Rate correct) {}

    /**
     * The tasks whose libraries were in one pool of the run that trained the solver.
     *
     * @param pool absent where they were in none, so that they are held out, too
     * @param tasks ids of those scored, at least one
     */
    record Share(Optional<Pool> pool, List<String> tasks, List<Point> curve) {
        Share {
            tasks = List.copyOf(tasks);
            curve = List.copyOf(curve);
        }
    }

    Summary {
        reports = List.copyOf(reports);
        passAt = List.copyOf(passAt);
        curve = List.copyOf(curve);
        shares = List.copyOf(shares);
    }

    /** @param pools of the run that trained the solver, by the ids of the tasks of which they are known; @param key of the resampling draws */
    static Summary of(
            List<TaskReport> reports,
            List<Integer> ks,
            List<Integer> budgets,
            Map<String, Optional<Pool>> pools,
            DrawKey key) {
        List<TaskReport.Scored> scored = scored(reports);
        List<TaskReport.Scored> telling = telling(scored);
        List<Pass> passAt = new ArrayList<>();
        for (int k : ks) {
            passAt.add(new Pass(
                    k,
                    PassAtK.over(tallies(scored, TaskReport.Scored::plausible), k, key),
                    PassAtK.over(tallies(telling, TaskReport.Scored::correct), k, key)));
        }
        return new Summary(reports, passAt, curve(scored, budgets, key), shares(scored, budgets, pools, key));
    }

    private static List<Point> curve(List<TaskReport.Scored> scored, List<Integer> budgets, DrawKey key) {
        List<TaskReport.Scored> telling = telling(scored);
        List<Point> curve = new ArrayList<>();
        for (int budget : budgets) {
            curve.add(new Point(
                    budget,
                    SolveRate.of(tallies(scored, task -> task.plausibleWithin(budget)), key),
                    SolveRate.of(tallies(telling, task -> task.correctWithin(budget)), key)));
        }
        return curve;
    }

    private static List<Share> shares(
            List<TaskReport.Scored> scored, List<Integer> budgets, Map<String, Optional<Pool>> pools, DrawKey key) {
        List<Share> shares = new ArrayList<>();
        for (Optional<Pool> pool : POOLS) {
            List<TaskReport.Scored> of = scored.stream()
                    .filter(task -> pool.equals(pools.get(task.id())))
                    .toList();
            if (!of.isEmpty()) {
                shares.add(
                        new Share(pool, of.stream().map(TaskReport.Scored::id).toList(), curve(of, budgets, key)));
            }
        }
        return shares;
    }

    List<TaskReport.Scored> scored() {
        return scored(reports);
    }

    /** How many tasks stand so. */
    long count(TaskReport.Standing standing) {
        return reports.stream().filter(report -> report.standing() == standing).count();
    }

    private static List<TaskReport.Scored> scored(List<TaskReport> reports) {
        return reports.stream()
                .filter(TaskReport.Scored.class::isInstance)
                .map(TaskReport.Scored.class::cast)
                .toList();
    }

    private static List<TaskReport.Scored> telling(List<TaskReport.Scored> scored) {
        return scored.stream().filter(TaskReport.Scored::canTell).toList();
    }

    private static List<Tally> tallies(List<TaskReport.Scored> tasks, Function<TaskReport.Scored, Tally> tally) {
        return tasks.stream().map(tally).toList();
    }
}
