package org.elenchus.tools.cli.bench.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.tools.sandbox.ExecutionMeter;
import org.elenchus.tools.sandbox.WorkerSandboxes;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;

/** So many sandboxes of the kind a run uses, without a memo, and the meter of what they do. */
public record SlotSet(List<Sandbox> sandboxes, ExecutionMeter meter) implements AutoCloseable {
    /** Remembers nothing: every candidate is executed. */
    private static final OutcomeMemo FORGETFUL = new OutcomeMemo() {
        @Override
        public Optional<Execution> recall(Digest request) {
            return Optional.empty();
        }

        @Override
        public void remember(Digest request, Execution outcome) {}
    };

    public SlotSet {
        sandboxes = List.copyOf(sandboxes);
    }

    /** @param hosts where workers live; not closed with this */
    public static SlotSet open(WorkerHosts hosts, SandboxSettings settings, int slots) {
        WorkerSandboxes kind = new WorkerSandboxes(hosts, settings, FORGETFUL);
        return new SlotSet(
                Stream.generate(() -> (Sandbox) kind.open()).limit(slots).toList(), kind.meter());
    }

    @Override
    public void close() {
        sandboxes.forEach(Sandbox::close);
    }
}
