package org.elenchus.actors.slot;

import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.actors.port.SkillDistiller;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/** The node's tools: every port to the outside, given once by the composition root. */
public record Workbench(
        Repositories repositories,
        Sandboxes sandboxes,
        SolverAgent solver,
        TaskAuthor author,
        SkillDistiller distiller,
        Artifacts artifacts) {
    /**
     * A snapshot that the run has prepared. Where it is gone, as when its folder was deleted, it is prepared again.
     *
     * @throws SandboxFault when that gives no such snapshot, as when a source folder has changed meanwhile
     */
    public PreparedRepository repository(RepositoryCoordinate coordinate, Digest snapshot) throws SandboxFault {
        try {
            return repositories.open(snapshot);
        } catch (IllegalArgumentException gone) {
            prepareAgain(coordinate, gone);
        }
        try {
            return repositories.open(snapshot);
        } catch (IllegalArgumentException other) {
            throw new SandboxFault(coordinate + " is not what the run has prepared any more: " + other.getMessage());
        }
    }

    private void prepareAgain(RepositoryCoordinate coordinate, IllegalArgumentException gone) throws SandboxFault {
        try (Sandbox sandbox = sandboxes.open()) {
            repositories.prepare(coordinate, sandbox);
        } catch (RepositoryFault e) {
            throw new SandboxFault(gone.getMessage() + ", and cannot be prepared again: " + e.getMessage());
        }
    }
}
