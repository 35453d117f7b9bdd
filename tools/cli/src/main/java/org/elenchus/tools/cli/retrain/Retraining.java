package org.elenchus.tools.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.elenchus.actors.learning.Group;
import org.elenchus.actors.learning.Groups;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.learning.Credit;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.TraceGroup;
import org.elenchus.tools.cli.retrain.Yardstick.Measure;

/**
 * Trains the solver of a run again under each of several settings, and measures it on the way.
 *
 * @param iterations how many each run is trained for; @param budgets of edits, for {@link Yardstick}
 */
record Retraining(List<Setting> settings, int iterations, Yardstick yardstick, List<Integer> budgets) {
    /**
     * By setting, in their order: the measures of the untrained policy and after each iteration.
     *
     * @param traces reads a group; no more than those of one iteration are held
     */
    List<List<Measure>> of(TrainedRun run, Policy base, Function<GroupRef, TraceGroup> traces) {
        List<Pupil> pupils = settings.stream()
                .map(setting -> Pupil.untrained(setting.over(run.learning()), base))
                .toList();
        List<List<Measure>> courses = new ArrayList<>();
        Measure untrained = yardstick.of(base, budgets);
        pupils.forEach(pupil -> courses.add(new ArrayList<>(List.of(untrained))));
        for (int iteration = 1; iteration <= iterations; iteration++) {
            List<List<Group>> rounds = rounds(run, iteration, traces);
            pupils = pupils.parallelStream().map(pupil -> pupil.after(rounds)).toList();
            for (int i = 0; i < courses.size(); i++) {
                courses.get(i).add(yardstick.of(pupils.get(i).policy(), budgets));
            }
        }
        return courses;
    }

    private static List<List<Group>> rounds(TrainedRun run, int iteration, Function<GroupRef, TraceGroup> traces) {
        Credit credit = run.learning().credited();
        return run.rounds(iteration).stream()
                .map(round -> round.stream()
                        .map(ref -> Groups.of(traces.apply(ref), credit))
                        .toList())
                .toList();
    }
}
