package org.elenchus.actors.testing;

import java.util.List;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;

/** Repositories that are prepared already; any other coordinate is refused. */
public record FakeRepositories(List<PreparedRepository> known) implements Repositories {
    public FakeRepositories(PreparedRepository... known) {
        this(List.of(known));
    }

    @Override
    public RepositorySummary prepare(RepositoryCoordinate coordinate, Sandbox sandbox) throws RepositoryFault {
        return known.stream()
                .map(PreparedRepository::summary)
                .filter(summary -> summary.coordinate().equals(coordinate))
                .findFirst()
                .orElseThrow(() -> new RepositoryFault("there is no " + coordinate + "; check its name"));
    }

    @Override
    public PreparedRepository open(Digest snapshot) {
        return known.stream()
                .filter(repository -> repository.summary().snapshot().equals(snapshot))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("never prepared: " + snapshot));
    }
}
