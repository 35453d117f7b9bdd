package org.elenchus.tools.simulation.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;

/** Repositories that are prepared by being asked for. */
final class ScriptedRepositories implements Repositories {
    private final Map<Digest, PreparedRepository> prepared = new HashMap<>();

    ScriptedRepositories(List<RepositoryCoordinate> coordinates) {
        for (RepositoryCoordinate coordinate : coordinates) {
            RepositorySummary summary = Sites.summary(coordinate);
            prepared.put(summary.snapshot(), new Known(summary));
        }
    }

    @Override
    public RepositorySummary prepare(RepositoryCoordinate coordinate, Sandbox sandbox) {
        return Sites.summary(coordinate);
    }

    @Override
    public PreparedRepository open(Digest snapshot) {
        PreparedRepository repository = prepared.get(snapshot);
        if (repository == null) {
            throw new IllegalArgumentException("never prepared: " + snapshot);
        }
        return repository;
    }

    /** Its sites are all there is to it: no code is executed, so no test is known. */
    private record Known(RepositorySummary summary) implements PreparedRepository {
        @Override
        public SortedSet<String> files() {
            return new TreeSet<>(List.of(Sites.PATH));
        }

        @Override
        public String source(String path) {
            return "x".repeat(Sites.COUNT);
        }

        @Override
        public SortedSet<TestId> tests() {
            return new TreeSet<>();
        }

        @Override
        public SortedSet<TestId> testsReaching(String path, int line) {
            return new TreeSet<>();
        }

        @Override
        public List<CoveredLines> coverage(TestId test) {
            return List.of();
        }

        @Override
        public TestRun budgeted(TestId test) {
            return new TestRun(test, 1);
        }
    }
}
