package org.elenchus.actors.gates;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;

/** Executes states of one snapshot and notes what was seen. */
final class Laboratory {
    private final Digest snapshot;
    private final Sandbox sandbox;
    private final List<Evidence.Observation> observations = new ArrayList<>();

    Laboratory(Digest snapshot, Sandbox sandbox) {
        this.snapshot = snapshot;
        this.sandbox = sandbox;
    }

    Execution execute(String state, Overlay overlay, List<TestRun> tests) throws SandboxFault {
        ExecutionRequest request = new ExecutionRequest(snapshot, overlay, tests, false);
        return noted(state, request, sandbox.execute(request));
    }

    Execution executeAgain(String state, Overlay overlay, List<TestRun> tests) throws SandboxFault {
        ExecutionRequest request = new ExecutionRequest(snapshot, overlay, tests, false);
        return noted(state, request, sandbox.executeAgain(request));
    }

    List<Evidence.Observation> observations() {
        return List.copyOf(observations);
    }

    private Execution noted(String state, ExecutionRequest request, Execution execution) {
        List<String> tests = execution instanceof Execution.TestsRan ran
                ? ran.results().stream()
                        .map(result -> result.test() + ": " + OutcomeKind.of(result.outcome()))
                        .toList()
                : List.of();
        observations.add(new Evidence.Observation(state, request.key(), OutcomeKind.of(execution), tests));
        return execution;
    }
}
