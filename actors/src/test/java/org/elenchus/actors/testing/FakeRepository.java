package org.elenchus.actors.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;

/** A prepared repository from literals. Budgets are ten times the fuel. */
public final class FakeRepository implements PreparedRepository {
    private final RepositoryCoordinate coordinate;
    private final SortedMap<String, String> files;
    private final SortedMap<TestId, Facts> facts;
    private final Digest snapshot;

    private record Facts(long fuel, List<CoveredLines> covered) {}

    private FakeRepository(Builder builder) {
        this.coordinate = builder.coordinate;
        this.files = new TreeMap<>(builder.files);
        this.facts = new TreeMap<>(builder.facts);
        List<String> parts = new ArrayList<>(List.of(coordinate.value()));
        files.forEach((path, text) -> parts.addAll(List.of(path, text)));
        facts.keySet().forEach(test -> parts.add(test.toString()));
        this.snapshot = Digest.ofParts(parts);
    }

    /** Starts with an empty repository. @param coordinate such as {@code maven:org.example:lib:1.0} */
    public static Builder named(String coordinate) {
        return new Builder(new RepositoryCoordinate(coordinate));
    }

    public Digest snapshot() {
        return snapshot;
    }

    @Override
    public RepositorySummary summary() {
        int lines = files.values().stream()
                .mapToInt(text -> (int) text.lines().count())
                .sum();
        return new RepositorySummary(
                coordinate, snapshot, Digest.of("inventory"), files.size(), lines, facts.size(), List.of());
    }

    @Override
    public SortedSet<String> files() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    @Override
    public String source(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return text;
    }

    @Override
    public SortedSet<TestId> tests() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(facts.keySet()));
    }

    @Override
    public SortedSet<TestId> testsReaching(String path, int line) {
        SortedSet<TestId> reaching = new TreeSet<>();
        facts.forEach((test, known) -> {
            if (known.covered().stream()
                    .anyMatch(c -> c.path().equals(path) && c.lines().contains(line))) {
                reaching.add(test);
            }
        });
        return reaching;
    }

    @Override
    public List<CoveredLines> coverage(TestId test) {
        return known(test).covered();
    }

    @Override
    public TestRun budgeted(TestId test) {
        return new TestRun(test, 10 * known(test).fuel());
    }

    private Facts known(TestId test) {
        Facts known = facts.get(test);
        if (known == null) {
            throw new IllegalArgumentException("not a trusted test: " + test);
        }
        return known;
    }

    /** Collects files and tests. */
    public static final class Builder {
        private final RepositoryCoordinate coordinate;
        private final LinkedHashMap<String, String> files = new LinkedHashMap<>();
        private final LinkedHashMap<TestId, Facts> facts = new LinkedHashMap<>();

        private Builder(RepositoryCoordinate coordinate) {
            this.coordinate = coordinate;
        }

        public Builder file(String path, String text) {
            files.put(path, text);
            return this;
        }

        /** A trusted test that reaches some lines of one file. */
        public Builder test(String id, long fuel, String path, Integer... lines) {
            facts.put(TestId.parse(id), new Facts(fuel, List.of(new CoveredLines(path, List.of(lines)))));
            return this;
        }

        public FakeRepository build() {
            return new FakeRepository(this);
        }
    }
}
