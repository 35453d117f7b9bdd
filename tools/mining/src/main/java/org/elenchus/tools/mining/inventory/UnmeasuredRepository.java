package org.elenchus.tools.mining.inventory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.suite.SuiteFindings.Trusted;

/**
 * A prepared snapshot whose tests a command runs. Nobody knows which lines they reach, so each is taken to reach every line: no test
 * that could tell is left out, and a task costs more runs than it would with coverage. Immutable.
 */
public final class UnmeasuredRepository implements PreparedRepository {
    private static final SortedSet<TestId> NONE = Collections.unmodifiableSortedSet(new TreeSet<>());

    private final RepositorySummary summary;
    private final SourceRules rules;
    private final MainSources sources;
    private final SortedSet<String> files;
    private final SortedMap<String, Integer> lines;
    private final SortedSet<TestId> tests;

    /** @param sources path → text */
    public UnmeasuredRepository(
            RepositorySummary summary, SourceRules rules, SortedMap<String, String> sources, List<Trusted> tests) {
        this.summary = summary;
        this.rules = rules;
        this.sources = new MainSources(summary.coordinate(), sources);
        this.files = this.sources.files();
        this.lines = new TreeMap<>();
        sources.forEach((path, text) -> lines.put(path, (int) text.lines().count()));
        SortedSet<TestId> ids = new TreeSet<>();
        tests.forEach(test -> ids.add(test.facts().id()));
        this.tests = Collections.unmodifiableSortedSet(ids);
    }

    @Override
    public RepositorySummary summary() {
        return summary;
    }

    @Override
    public SourceRules rules() {
        return rules;
    }

    @Override
    public SortedSet<String> files() {
        return files;
    }

    @Override
    public String source(String path) {
        return sources.text(path);
    }

    @Override
    public SortedSet<TestId> tests() {
        return tests;
    }

    @Override
    public SortedSet<TestId> testsReaching(String path, int line) {
        return line >= 1 && line <= lines.getOrDefault(path, 0) ? tests : NONE;
    }

    @Override
    public List<CoveredLines> coverage(TestId test) {
        require(test);
        return lines.entrySet().stream()
                .map(file -> new CoveredLines(
                        file.getKey(),
                        IntStream.rangeClosed(1, file.getValue()).boxed().toList()))
                .toList();
    }

    /** There is no fuel: the declared limits bound the whole command. */
    @Override
    public TestRun budgeted(TestId test) {
        require(test);
        return new TestRun(test, 1);
    }

    private void require(TestId test) {
        if (!tests.contains(test)) {
            throw new IllegalArgumentException(test + " is not a trusted test of " + summary.coordinate());
        }
    }
}
