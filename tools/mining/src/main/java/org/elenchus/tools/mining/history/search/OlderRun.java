package org.elenchus.tools.mining.history.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;

/** Which of the newer release's trusted tests the whole older release fails by behaviour, twice. */
final class OlderRun {
    private static final int CHUNK = 150;

    /** A test that blocks is left out; after so many of them, so is the rest of its chunk. */
    private static final int BLOCKING = 6;

    private OlderRun() {}

    static SortedSet<TestId> failing(Digest older, PreparedRepository newer, Sandbox sandbox, BooleanSupplier spent)
            throws SandboxFault {
        List<TestId> tests = List.copyOf(newer.tests());
        SortedSet<TestId> failing = new TreeSet<>();
        for (int from = 0; from < tests.size() && !spent.getAsBoolean(); from += CHUNK) {
            List<TestId> chunk = tests.subList(from, Math.min(tests.size(), from + CHUNK));
            Collection<TestId> once = run(older, chunk, newer, sandbox);
            if (!once.isEmpty()) {
                failing.addAll(run(older, once, newer, sandbox));
            }
        }
        return failing;
    }

    private static SortedSet<TestId> run(
            Digest older, Collection<TestId> tests, PreparedRepository newer, Sandbox sandbox) throws SandboxFault {
        List<TestId> rest = new ArrayList<>(tests);
        for (int blocked = 0; blocked <= BLOCKING && !rest.isEmpty(); blocked++) {
            ExecutionRequest request = new ExecutionRequest(
                    older, Overlay.NONE, rest.stream().map(newer::budgeted).toList(), false);
            switch (sandbox.executeAfresh(request)) {
                case Execution.TestsRan ran -> {
                    return ran.results().stream()
                            .filter(result -> Linkage.isBehavioural(result.outcome()))
                            .map(TestResult::test)
                            .collect(Collectors.toCollection(TreeSet::new));
                }
                case Execution.TimedOut stuck -> rest.remove(stuck.running());
                case Execution.Crashed crashed -> rest.clear();
                case Execution.DidNotCompile refused ->
                    throw new IllegalStateException("there was nothing to compile: " + refused.errors());
            }
        }
        return new TreeSet<>();
    }
}
