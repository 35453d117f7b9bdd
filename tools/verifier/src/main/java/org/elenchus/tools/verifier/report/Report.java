package org.elenchus.tools.verifier.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.repository.TestId;

/** What one run reported, by test. A test reported more than once passed only if it passed each time. */
public record Report(SortedMap<TestId, TestOutcome> outcomes) {
    public Report {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /** One entry of a report file. */
    public record Entry(TestId test, TestOutcome outcome) {}

    static Report of(List<Entry> entries) {
        SortedMap<TestId, TestOutcome> outcomes = new TreeMap<>();
        entries.forEach(entry -> outcomes.merge(entry.test(), entry.outcome(), Report::worse));
        return new Report(outcomes);
    }

    /** The first failure; else what gave no result; else a pass. */
    private static TestOutcome worse(TestOutcome one, TestOutcome other) {
        if (one.observedFailure()) {
            return one;
        }
        return other.observedFailure() || one.passed() ? other : one;
    }

    /** The first test that failed. */
    public Optional<TestId> firstFailure() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().observedFailure())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
