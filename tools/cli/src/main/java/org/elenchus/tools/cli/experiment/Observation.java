package org.elenchus.tools.cli.experiment;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.history.RunHistory;

/**
 * What a finished trial showed.
 *
 * @param evaluations rollouts at the held-out tasks, by iteration
 * @param rollouts spent on learning: all but those of the evaluations
 */
record Observation(Trial trial, SortedMap<Integer, List<GroupRef>> evaluations, long rollouts) {
    Observation {
        evaluations = new TreeMap<>(evaluations);
    }

    static Observation of(Trial trial, RunHistory history) {
        long learning = history.rollouts().entrySet().stream()
                .filter(phase -> phase.getKey() != Phase.BASELINE && phase.getKey() != Phase.EVALUATING)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Observation(trial, history.evaluations(), learning);
    }

    List<GroupRef> at(int iteration) {
        return evaluations.getOrDefault(iteration, List.of());
    }
}
