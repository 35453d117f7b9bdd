package org.elenchus.tools.mining.suite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;

/**
 * Runs chunks and, where one blocks or kills the worker, finds the culprit, bans it and runs the rest again: what is kept of a chunk is
 * always one whole execution of those not banned. Effort is bounded per suite.
 */
final class ChunkRunner {
    /** Rescues that a run into the time limit counts for: each takes as long as many crashes. */
    private static final int TIMEOUT_COST = 6;

    private final Sandbox sandbox;
    private final Digest snapshot;
    private final Set<TestId> banned = new HashSet<>();
    private final Set<TestId> pardoned = new HashSet<>();
    private int rescues;

    ChunkRunner(Sandbox sandbox, Digest snapshot, int rescues) {
        this.sandbox = sandbox;
        this.snapshot = snapshot;
        this.rescues = rescues;
    }

    /** What was seen of each test of a chunk. Banned tests are blocked; those no rescue was left for were left out. */
    SortedMap<TestId, Observation> run(Chunks.Chunk chunk, long fuel, boolean coverage)
            throws SandboxFault, RepositoryFault {
        SortedMap<TestId, Observation> seen = new TreeMap<>();
        chunk.tests().stream().filter(banned::contains).forEach(test -> seen.put(test, new Observation.Blocked()));
        List<TestId> rest = new ArrayList<>(chunk.tests());
        rest.removeAll(banned);
        while (!rest.isEmpty()) {
            Execution outcome = execute(rest, fuel, coverage);
            if (outcome instanceof Execution.TestsRan ran) {
                for (TestResult result : ran.results()) {
                    seen.put(result.test(), Observation.Ran.of(result));
                }
                return seen;
            }
            if (rescues <= 0) {
                rest.forEach(test -> seen.put(test, new Observation.LeftOut()));
                return seen;
            }
            TestId culprit = culprit(outcome, rest, fuel, coverage);
            if (guilty(culprit, outcome, fuel, coverage)) {
                banned.add(culprit);
                rest.remove(culprit);
                seen.put(culprit, new Observation.Blocked());
            }
        }
        return seen;
    }

    /** Runs one test and drops what was seen of it. */
    void alone(TestId test, long fuel) throws SandboxFault {
        execute(List.of(test), fuel, false);
    }

    /** Bans a test from all later runs. */
    void ban(TestId test) {
        banned.add(test);
    }

    /**
     * Whether a test is to blame. One that was running when time ran out gets a second chance, alone: on a busy machine the time may have
     * gone to the others. It has one chance only.
     */
    private boolean guilty(TestId culprit, Execution outcome, long fuel, boolean coverage) throws SandboxFault {
        return !(outcome instanceof Execution.TimedOut)
                || !pardoned.add(culprit)
                || !(execute(List.of(culprit), fuel, coverage) instanceof Execution.TestsRan);
    }

    private TestId culprit(Execution outcome, List<TestId> rest, long fuel, boolean coverage)
            throws SandboxFault, RepositoryFault {
        return switch (outcome) {
            case Execution.TimedOut timedOut -> {
                rescues -= TIMEOUT_COST;
                yield rest.contains(timedOut.running()) ? timedOut.running() : rest.get(rest.size() - 1);
            }
            case Execution.Crashed crashed -> halve(rest, fuel, coverage);
            case Execution.DidNotCompile broken ->
                throw new RepositoryFault("The sources compiled at first and then did not: "
                        + String.join("; ", broken.errors()) + ". Is another program changing the data folder?");
            case Execution.TestsRan ran -> throw new IllegalStateException("a run that ended has no culprit");
        };
    }

    /**
     * The last test of the shortest prefix that crashes, by halving: it ran when the worker died. Where a prefix does not crash again,
     * the crash needs what comes later.
     */
    private TestId halve(List<TestId> tests, long fuel, boolean coverage) throws SandboxFault, RepositoryFault {
        int survives = 0;
        int crashes = tests.size();
        while (crashes - survives > 1 && rescues > 0) {
            rescues--;
            int middle = (survives + crashes) >>> 1;
            boolean ended = execute(tests.subList(0, middle), fuel, coverage) instanceof Execution.TestsRan;
            if (ended) {
                survives = middle;
            } else {
                crashes = middle;
            }
        }
        rescues--;
        return tests.get(crashes - 1);
    }

    private Execution execute(List<TestId> tests, long fuel, boolean coverage) throws SandboxFault {
        List<TestRun> runs = tests.stream().map(test -> new TestRun(test, fuel)).toList();
        return sandbox.executeAfresh(new ExecutionRequest(snapshot, Overlay.NONE, runs, coverage));
    }
}
