package org.elenchus.tools.cli.eval.dataset;

import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;

/** Something to evaluate a solver on, if it turns out to be a task. */
public interface EvalTask {
    /** Draws are keyed by it. */
    String id();

    /** Executes what it takes to see the problem. @throws InvalidTask when there is none that could be solved */
    PosedTask pose(Sandbox sandbox) throws InvalidTask, SandboxFault;
}
