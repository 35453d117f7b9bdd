package org.elenchus.tools.sandbox;

import java.util.List;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.sandbox.host.SandboxSettings;

/** A sandbox that does nothing and says it did. */
final class IdleSubject implements SandboxConformance.Subject {
    private final ExecutionMeter meter = new ExecutionMeter();

    /** The conformance suite on it; run by {@link ConformanceTest} alone. */
    static class Suite extends SandboxConformance {
        @Override
        Subject open(SandboxSettings settings) {
            return new IdleSubject();
        }
    }

    @Override
    public Sandbox sandbox() {
        return new Sandbox() {
            @Override
            public BuildReport build(Digest snapshot) {
                return new BuildReport(List.of(), List.of());
            }

            @Override
            public List<TestId> discover(Digest snapshot) {
                return List.of();
            }

            @Override
            public Execution execute(ExecutionRequest request) {
                return new Execution.TestsRan(List.of());
            }

            @Override
            public Execution executeAfresh(ExecutionRequest request) {
                return execute(request);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public ExecutionMeter meter() {
        return meter;
    }

    @Override
    public String worker() {
        return "none";
    }

    @Override
    public void killWorker() {}

    @Override
    public void close() {}
}
