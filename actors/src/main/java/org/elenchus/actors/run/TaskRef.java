package org.elenchus.actors.run;

import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/**
 * A validated task as the run knows it.
 *
 * @param id the candidate's id
 * @param task digest of the task artifact
 */
record TaskRef(String id, Digest task, RepositoryCoordinate repository) {}
