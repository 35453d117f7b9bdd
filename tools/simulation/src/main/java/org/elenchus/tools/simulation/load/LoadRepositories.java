package org.elenchus.tools.simulation.load;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;

/** Repositories of one {@link Field} each, known to every node and prepared by being asked for. */
final class LoadRepositories implements Repositories {
    private final Map<Digest, PreparedRepository> known;

    LoadRepositories(List<RepositoryCoordinate> coordinates) {
        this.known = coordinates.stream()
                .map(Field::summary)
                .collect(Collectors.toMap(RepositorySummary::snapshot, Known::new));
    }

    @Override
    public RepositorySummary prepare(RepositoryCoordinate coordinate, Sandbox sandbox) {
        return open(Field.summary(coordinate).snapshot()).summary();
    }

    @Override
    public PreparedRepository open(Digest snapshot) {
        PreparedRepository repository = known.get(snapshot);
        if (repository == null) {
            throw new IllegalArgumentException("no repository of this load: " + snapshot);
        }
        return repository;
    }

    private record Known(RepositorySummary summary) implements PreparedRepository {
        private static final long FUEL = 1000;

        @Override
        public SortedSet<String> files() {
            return new TreeSet<>(List.of(Field.PATH));
        }

        @Override
        public String source(String path) {
            if (!path.equals(Field.PATH)) {
                throw new IllegalArgumentException("no file " + path);
            }
            return Field.SOURCE;
        }

        @Override
        public SortedSet<TestId> tests() {
            return new TreeSet<>(List.of(Field.LOOKS, Field.STANDS));
        }

        @Override
        public SortedSet<TestId> testsReaching(String path, int line) {
            return tests();
        }

        @Override
        public List<CoveredLines> coverage(TestId test) {
            return List.of();
        }

        @Override
        public TestRun budgeted(TestId test) {
            return new TestRun(test, FUEL);
        }
    }
}
