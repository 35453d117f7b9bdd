package org.elenchus.tools.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.TraceGroup;
import org.elenchus.tools.cli.history.RunHistory;

/**
 * What a finished trial showed.
 *
 * @param evaluations rollouts at the held-out tasks, by iteration
 * @param budgets what fewer edits would have solved, the smallest number first
 * @param rollouts spent on learning: all but those of the evaluations
 */
record Observation(Trial trial, SortedMap<Integer, List<GroupRef>> evaluations, List<Budget> budgets, long rollouts) {
    Observation {
        evaluations = new TreeMap<>(evaluations);
        budgets = List.copyOf(budgets);
    }

    /** What the untrained solver and the last one solved within so many edits. */
    record Budget(int edits, List<GroupRef> base, List<GroupRef> last) {
        Budget {
            base = List.copyOf(base);
            last = List.copyOf(last);
        }
    }

    static Observation of(Trial trial, RunHistory history, Function<GroupRef, TraceGroup> traces) {
        long learning = history.rollouts().entrySet().stream()
                .filter(phase -> phase.getKey() != Phase.BASELINE && phase.getKey() != Phase.EVALUATING)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Observation(trial, history.evaluations(), budgets(trial, history.evaluations(), traces), learning);
    }

    private static List<Budget> budgets(
            Trial trial, SortedMap<Integer, List<GroupRef>> evaluations, Function<GroupRef, TraceGroup> traces) {
        List<Integer> budgets = Budgets.of(trial.spec());
        int end = evaluations.isEmpty() ? 0 : evaluations.lastKey();
        List<List<GroupRef>> base = within(budgets, evaluations.getOrDefault(0, List.of()), traces);
        List<List<GroupRef>> last = within(budgets, evaluations.getOrDefault(end, List.of()), traces);
        List<Budget> found = new ArrayList<>();
        for (int i = 0; i < budgets.size(); i++) {
            found.add(new Budget(budgets.get(i), base.get(i), last.get(i)));
        }
        return found;
    }

    /** By budget; each group's traces are read once. */
    private static List<List<GroupRef>> within(
            List<Integer> budgets, List<GroupRef> groups, Function<GroupRef, TraceGroup> traces) {
        List<List<GroupRef>> found = new ArrayList<>();
        budgets.forEach(edits -> found.add(new ArrayList<>()));
        for (GroupRef group : groups) {
            TraceGroup rollouts = traces.apply(group);
            for (int i = 0; i < budgets.size(); i++) {
                found.get(i).add(Budgets.within(budgets.get(i), group, rollouts));
            }
        }
        return found;
    }

    List<GroupRef> at(int iteration) {
        return evaluations.getOrDefault(iteration, List.of());
    }
}
