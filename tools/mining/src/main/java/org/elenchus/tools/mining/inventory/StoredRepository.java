package org.elenchus.tools.mining.inventory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.suite.SuiteFindings.Trusted;
import org.jspecify.annotations.Nullable;

/** A prepared snapshot in memory: texts, trusted tests, coverage both ways. Immutable. */
public final class StoredRepository implements PreparedRepository {
    /** A mutant may burn this many times what the original burns, */
    private static final long FUEL_FACTOR = 10;

    /** and this much on top: a test that does next to nothing may still take a longer way. */
    private static final long FUEL_ALLOWANCE = 200_000;

    private final RepositorySummary summary;
    private final MainSources sources;
    private final SortedMap<TestId, Trusted> trusted;
    private final SortedSet<String> files;
    private final SortedSet<TestId> tests;
    private final ReachIndex reach;

    /** @param sources path below the main source root → text */
    public StoredRepository(RepositorySummary summary, SortedMap<String, String> sources, List<Trusted> tests) {
        this.summary = summary;
        this.sources = new MainSources(summary.coordinate(), sources);
        SortedMap<TestId, Trusted> byId = new TreeMap<>();
        tests.forEach(test -> byId.put(test.facts().id(), test));
        this.trusted = Collections.unmodifiableSortedMap(byId);
        this.files = this.sources.files();
        this.tests = Collections.unmodifiableSortedSet(new TreeSet<>(byId.keySet()));
        this.reach = ReachIndex.of(List.copyOf(byId.values()));
    }

    @Override
    public RepositorySummary summary() {
        return summary;
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
        return reach.testsReaching(path, line);
    }

    @Override
    public List<CoveredLines> coverage(TestId test) {
        return require(test).covered();
    }

    @Override
    public TestRun budgeted(TestId test) {
        return new TestRun(test, FUEL_FACTOR * require(test).facts().fuel() + FUEL_ALLOWANCE);
    }

    private Trusted require(TestId test) {
        @Nullable Trusted found = trusted.get(test);
        if (found == null) {
            throw new IllegalArgumentException(test + " is not a trusted test of " + summary.coordinate());
        }
        return found;
    }
}
