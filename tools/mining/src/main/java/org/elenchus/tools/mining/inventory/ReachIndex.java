package org.elenchus.tools.mining.inventory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.suite.SuiteFindings.Trusted;

/**
 * From a line to the tests that reach it. Lines of one basic block are reached by the same tests, so sets are kept once each: a line
 * holds the number of its set.
 */
final class ReachIndex {
    private static final SortedSet<TestId> NONE = Collections.unmodifiableSortedSet(new TreeSet<>());

    private final Map<String, int[]> setOfLine;
    private final List<SortedSet<TestId>> sets;

    private ReachIndex(Map<String, int[]> setOfLine, List<SortedSet<TestId>> sets) {
        this.setOfLine = setOfLine;
        this.sets = sets;
    }

    /** @param trusted ascending by test id */
    static ReachIndex of(List<Trusted> trusted) {
        Map<String, List<BitSet>> reached = new TreeMap<>();
        for (int test = 0; test < trusted.size(); test++) {
            for (CoveredLines covered : trusted.get(test).covered()) {
                List<BitSet> lines = reached.computeIfAbsent(covered.path(), p -> new ArrayList<>());
                for (int line : covered.lines()) {
                    while (lines.size() <= line) {
                        lines.add(new BitSet());
                    }
                    lines.get(line).set(test);
                }
            }
        }
        Map<BitSet, Integer> numbers = new HashMap<>();
        List<SortedSet<TestId>> sets = new ArrayList<>();
        Map<String, int[]> setOfLine = new TreeMap<>();
        reached.forEach((path, lines) -> setOfLine.put(
                path,
                lines.stream()
                        .mapToInt(set -> numbers.computeIfAbsent(set, s -> {
                            sets.add(tests(s, trusted));
                            return sets.size() - 1;
                        }))
                        .toArray()));
        return new ReachIndex(setOfLine, sets);
    }

    SortedSet<TestId> testsReaching(String path, int line) {
        int[] numbers = setOfLine.get(path);
        return numbers == null || line < 0 || line >= numbers.length ? NONE : sets.get(numbers[line]);
    }

    private static SortedSet<TestId> tests(BitSet set, List<Trusted> trusted) {
        SortedSet<TestId> tests = new TreeSet<>();
        set.stream().forEach(test -> tests.add(trusted.get(test).facts().id()));
        return Collections.unmodifiableSortedSet(tests);
    }
}
