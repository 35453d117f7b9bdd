package org.elenchus.tools.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.actors.evaluation.AcrossSeeds;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.protocol.DrawKey;
import org.elenchus.tools.cli.retrain.Yardstick.Measure;

/**
 * What each setting would have made of the runs' solvers. Intervals are 95 % bootstraps over runs.
 *
 * @param runs their ids
 * @param tasks validation tasks of all runs; @param mended those of them that a single edit mended
 * @param budgets of edits
 */
record RetrainReport(List<String> runs, int iterations, int tasks, int mended, List<Integer> budgets, List<Row> rows) {
    /**
     * One setting.
     *
     * @param logLikelihoods mean over runs, of the untrained policy and after each iteration
     * @param base expected solve rates of the untrained policy by budget; @param last those after the last iteration
     */
    record Row(Setting setting, List<Double> logLikelihoods, List<Estimate> base, List<Estimate> last) {}

    /** @param courses by run and setting, as {@link Retraining#of} tells them; at least one run */
    static RetrainReport of(List<String> runs, Retraining retraining, List<List<List<Measure>>> courses) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < retraining.settings().size(); i++) {
            int setting = i;
            rows.add(row(
                    retraining,
                    setting,
                    courses.stream().map(run -> run.get(setting)).toList()));
        }
        return new RetrainReport(
                runs,
                retraining.iterations(),
                retraining.yardstick().tasks().size(),
                retraining.yardstick().mended(),
                retraining.budgets(),
                rows);
    }

    private static Row row(Retraining retraining, int setting, List<List<Measure>> courses) {
        return new Row(
                retraining.settings().get(setting),
                IntStream.rangeClosed(0, retraining.iterations())
                        .mapToObj(iteration -> courses.stream()
                                .mapToDouble(course -> course.get(iteration).logLikelihood())
                                .average()
                                .orElseThrow())
                        .toList(),
                solved(retraining, courses, 0),
                solved(retraining, courses, retraining.iterations()));
    }

    /** Every setting is resampled alike, so differences between settings are not those of the draws. */
    private static List<Estimate> solved(Retraining retraining, List<List<Measure>> courses, int iteration) {
        return IntStream.range(0, retraining.budgets().size())
                .mapToObj(budget -> AcrossSeeds.mean(
                        courses.stream()
                                .map(course -> course.get(iteration).solved().get(budget))
                                .toList(),
                        DrawKey.of(0, "retrain-intervals")))
                .toList();
    }
}
