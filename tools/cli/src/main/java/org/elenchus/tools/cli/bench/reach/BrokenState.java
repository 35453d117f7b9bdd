package org.elenchus.tools.cli.bench.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.bench.sample.Candidate;
import org.jspecify.annotations.Nullable;

/** A repository with one edit that breaks it, as a problem for the solver. */
record BrokenState(PreparedRepository repository, Candidate candidate) implements Problem.Workspace {
    /** Covering tests run to see whether anything fails. */
    private static final int TESTS = 100;

    /** Runs the covering tests; null when none fails. */
    @Nullable
    Problem problem(Sandbox sandbox) throws SandboxFault {
        List<TestRun> covering = candidate.covering();
        List<TestRun> tests = covering.subList(0, Math.min(TESTS, covering.size()));
        var snapshot = repository.summary().snapshot();
        Execution execution = sandbox.execute(new ExecutionRequest(snapshot, broken(), tests, false));
        List<TestRun> failing = new ArrayList<>();
        List<TestResult> observed = new ArrayList<>();
        if (execution instanceof Execution.TestsRan ran) {
            for (int i = 0; i < tests.size(); i++) {
                if (ran.results().get(i).outcome().observedFailure()) {
                    failing.add(tests.get(i));
                    observed.add(ran.results().get(i));
                }
            }
        }
        return failing.isEmpty()
                ? null
                : new Problem(candidate.label(), snapshot, this, "no statement", failing, observed);
    }

    @Override
    public SortedSet<String> files() {
        return repository.files();
    }

    @Override
    public String source(String path) {
        return path.equals(candidate.path()) ? candidate.text() : repository.source(path);
    }

    @Override
    public Overlay broken() {
        return Overlay.of(Map.of(candidate.path(), candidate.text()));
    }

    @Override
    public SortedSet<TestId> testsReaching(String path, int line) {
        return repository.testsReaching(path, line);
    }
}
