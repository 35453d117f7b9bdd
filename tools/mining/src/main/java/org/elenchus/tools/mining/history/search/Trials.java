package org.elenchus.tools.mining.history.search;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;

/** Executes patches of the newer release, and counts what became of them. One thread. */
final class Trials {
    private final PreparedRepository newer;
    private final Sandbox sandbox;
    private int executed;
    private int refused;

    Trials(PreparedRepository newer, Sandbox sandbox) {
        this.newer = newer;
        this.sandbox = sandbox;
    }

    /** What a patch does to some tests. */
    sealed interface Trial {
        /** @param failing those seen to fail; may be empty */
        record Ran(SortedSet<TestId> failing) implements Trial {}

        /** It does not compile, blocks, or ends its worker. */
        record Unusable() implements Trial {}
    }

    Trial run(Patch patch, Collection<TestId> tests) throws SandboxFault {
        executed++;
        Overlay overlay;
        try {
            overlay = overlay(patch);
        } catch (Patch.DoesNotApply e) {
            // two members on one line
            return new Trial.Unusable();
        }
        ExecutionRequest request = new ExecutionRequest(
                newer.summary().snapshot(),
                overlay,
                tests.stream().map(newer::budgeted).toList(),
                false);
        return switch (sandbox.execute(request)) {
            case Execution.TestsRan ran -> {
                SortedSet<TestId> failing = new TreeSet<>();
                ran.results().stream()
                        .filter(result -> result.outcome().observedFailure())
                        .map(TestResult::test)
                        .forEach(failing::add);
                yield new Trial.Ran(failing);
            }
            case Execution.DidNotCompile errors -> {
                refused++;
                yield new Trial.Unusable();
            }
            case Execution.TimedOut blocked -> new Trial.Unusable();
            case Execution.Crashed crashed -> new Trial.Unusable();
        };
    }

    int executed() {
        return executed;
    }

    int refused() {
        return refused;
    }

    private Overlay overlay(Patch patch) throws Patch.DoesNotApply {
        Map<String, String> sources = new TreeMap<>();
        patch.paths().forEach(path -> sources.put(path, newer.source(path)));
        return Overlay.of(patch.applyTo(sources));
    }
}
