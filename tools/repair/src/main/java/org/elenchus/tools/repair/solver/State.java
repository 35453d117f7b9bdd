package org.elenchus.tools.repair.solver;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;

/**
 * Sources a rollout may edit further: the broken state, or one with kept edits.
 *
 * @param number order of discovery in its group
 * @param probe the tests the search looks at
 * @param results their results here, with coverage
 * @param choiceSet index of the choice set of the places; −1 when nothing is suspected
 * @param menus edits by place, filled as places are visited
 */
record State(
        int number,
        Sources sources,
        List<TestRun> probe,
        List<TestResult> results,
        Symptoms symptoms,
        List<Suspect> suspects,
        int choiceSet,
        SortedMap<Integer, Menu> menus) {
    State(
            int number,
            Sources sources,
            List<TestRun> probe,
            List<TestResult> results,
            Symptoms symptoms,
            List<Suspect> suspects,
            int choiceSet) {
        this(number, sources, probe, results, symptoms, suspects, choiceSet, new TreeMap<>());
    }

    /** Probe tests that pass here. */
    int passed() {
        return (int) results.stream().filter(r -> r.outcome().passed()).count();
    }

    /** Distinct lines of main code that the failing probe tests reach. */
    int reachedLines() {
        return (int) results.stream()
                .filter(r -> !r.outcome().passed())
                .flatMap(r -> r.covered().stream())
                .flatMap(c -> c.lines().stream().map(line -> c.path() + ":" + line))
                .distinct()
                .count();
    }
}
