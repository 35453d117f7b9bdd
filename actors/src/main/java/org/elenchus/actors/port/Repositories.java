package org.elenchus.actors.port;

import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;

/** Fetches and prepares repositories; what is prepared is kept. Thread-safe. */
public interface Repositories {
    /** Fetch, compile, run the suite repeatedly, quarantine, measure coverage; or recall all that. Blocks for as long as it takes. */
    RepositorySummary prepare(RepositoryCoordinate coordinate, Sandbox sandbox) throws RepositoryFault, SandboxFault;

    /** A prepared snapshot. @throws IllegalArgumentException when it was never prepared here */
    PreparedRepository open(Digest snapshot);
}
