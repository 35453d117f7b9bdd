package org.elenchus.tools.cli.eval.dataset;

import java.util.Optional;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/** Something to evaluate a solver on, if it turns out to be a task. */
public interface EvalTask {
    /** Draws are keyed by it. */
    String id();

    /** A release of the library it is a task of, where it tells. */
    default Optional<RepositoryCoordinate> release() {
        return Optional.empty();
    }

    /** Executes what it takes to see the problem. @throws InvalidTask when there is none that could be solved */
    PosedTask pose(Sandbox sandbox) throws InvalidTask, SandboxFault;
}
