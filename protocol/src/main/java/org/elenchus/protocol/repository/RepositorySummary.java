package org.elenchus.protocol.repository;

import java.util.List;
import org.elenchus.protocol.Digest;

/**
 * What is known of a prepared repository.
 *
 * @param snapshot digest of sources, test sources, resources and dependencies
 * @param inventory digest of the trusted tests with their fuel
 * @param mainFiles number of main source files
 * @param mainLines lines in them
 * @param tests number of trusted tests
 */
public record RepositorySummary(
        RepositoryCoordinate coordinate,
        Digest snapshot,
        Digest inventory,
        int mainFiles,
        int mainLines,
        int tests,
        List<Quarantined> quarantined) {
    public RepositorySummary {
        quarantined = List.copyOf(quarantined);
    }
}
