package org.elenchus.tools.cli.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.PassAtK;
import org.elenchus.actors.evaluation.SolveRate;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.IterationReport.Rate;

/**
 * What the tasks that were attempted come to.
 *
 * @param reports of all tasks
 * @param passAt by k
 * @param curve by budget
 */
record Summary(List<TaskReport> reports, List<Pass> passAt, List<Point> curve) {
    /**
     * The chance that one of k attempts is plausible, over the tasks attempted; and correct, over those of which that can be told.
     */
    record Pass(int k, Optional<Estimate> plausible, Optional<Estimate> correct) {}

    /** The share of attempts that are plausible, or correct, within a budget of distinct executions; 95 % intervals over tasks. */
    record Point(int budget, Rate plausible, Rate correct) {}

    Summary {
        reports = List.copyOf(reports);
        passAt = List.copyOf(passAt);
        curve = List.copyOf(curve);
    }

    /** @param key of the resampling draws */
    static Summary of(List<TaskReport> reports, List<Integer> ks, List<Integer> budgets, DrawKey key) {
        List<TaskReport.Scored> scored = scored(reports);
        List<TaskReport.Scored> telling =
                scored.stream().filter(TaskReport.Scored::canTell).toList();
        List<Pass> passAt = new ArrayList<>();
        for (int k : ks) {
            passAt.add(new Pass(
                    k,
                    PassAtK.over(tallies(scored, TaskReport.Scored::plausible), k, key),
                    PassAtK.over(tallies(telling, TaskReport.Scored::correct), k, key)));
        }
        List<Point> curve = new ArrayList<>();
        for (int budget : budgets) {
            curve.add(new Point(
                    budget,
                    SolveRate.of(tallies(scored, task -> task.plausibleWithin(budget)), key),
                    SolveRate.of(tallies(telling, task -> task.correctWithin(budget)), key)));
        }
        return new Summary(reports, passAt, curve);
    }

    List<TaskReport.Scored> scored() {
        return scored(reports);
    }

    long standing(String standing) {
        return reports.stream()
                .filter(report -> report.standing().equals(standing))
                .count();
    }

    private static List<TaskReport.Scored> scored(List<TaskReport> reports) {
        return reports.stream()
                .filter(TaskReport.Scored.class::isInstance)
                .map(TaskReport.Scored.class::cast)
                .toList();
    }

    private static List<Tally> tallies(List<TaskReport.Scored> tasks, Function<TaskReport.Scored, Tally> tally) {
        return tasks.stream().map(tally).toList();
    }
}
