package org.elenchus.tools.cli.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.TraceGroup;
import org.elenchus.tools.cli.history.RunHistory;

/**
 * What a finished trial showed.
 *
 * @param evaluations rollouts at the held-out tasks, by iteration; 0 is the untrained solver
 * @param rollouts spent on learning: all but those of the evaluations
 */
record Observation(Trial trial, SortedMap<Integer, List<TaskTries>> evaluations, long rollouts) {
    Observation {
        evaluations = Collections.unmodifiableSortedMap(new TreeMap<>(evaluations));
    }

    static Observation of(Trial trial, RunHistory history, Function<GroupRef, TraceGroup> traces) {
        long learning = history.rollouts().entrySet().stream()
                .filter(phase -> phase.getKey() != Phase.BASELINE && phase.getKey() != Phase.EVALUATING)
                .mapToLong(Map.Entry::getValue)
                .sum();
        SortedMap<Integer, List<TaskTries>> evaluations = new TreeMap<>();
        history.evaluations()
                .forEach((iteration, groups) -> evaluations.put(
                        iteration,
                        groups.stream().map(traces).map(TaskTries::of).toList()));
        return new Observation(trial, evaluations, learning);
    }

    int lastIteration() {
        return evaluations.isEmpty() ? 0 : evaluations.lastKey();
    }

    /** Tasks that a rollout solved, in any iteration. */
    Set<String> solved() {
        return evaluations.values().stream()
                .flatMap(List::stream)
                .filter(TaskTries::isSolved)
                .map(TaskTries::task)
                .collect(Collectors.toSet());
    }

    /** What was solved within so many edits, by task. */
    List<Tally> at(int iteration, int edits) {
        return evaluations.getOrDefault(iteration, List.of()).stream()
                .map(task -> task.within(edits))
                .toList();
    }
}
