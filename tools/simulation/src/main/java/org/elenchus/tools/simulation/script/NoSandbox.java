package org.elenchus.tools.simulation.script;

import java.util.List;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.TestId;

/** A sandbox that executes nothing; whoever tries meets a fault. */
final class NoSandbox implements Sandbox {
    @Override
    public BuildReport build(Digest snapshot) throws SandboxFault {
        throw nothing();
    }

    @Override
    public List<TestId> discover(Digest snapshot) throws SandboxFault {
        throw nothing();
    }

    @Override
    public Execution execute(ExecutionRequest request) throws SandboxFault {
        throw nothing();
    }

    @Override
    public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
        throw nothing();
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private static SandboxFault nothing() {
        return new SandboxFault("nothing is executed in a simulation");
    }
}
