package org.elenchus.tools.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.repair.syntax.SourceFile;

/** A sandbox whose tests are predicates over the source text. */
public final class ScriptedSandbox implements Sandbox {
    private final FakeRepository repository;
    private final BiPredicate<TestId, SortedMap<String, String>> passes;
    public final List<ExecutionRequest> requests = new ArrayList<>();

    /** @param passes whether a test passes on the sources, path → text */
    public ScriptedSandbox(FakeRepository repository, BiPredicate<TestId, SortedMap<String, String>> passes) {
        this.repository = repository;
        this.passes = passes;
    }

    @Override
    public Execution execute(ExecutionRequest request) {
        requests.add(request);
        SortedMap<String, String> sources = new TreeMap<>();
        repository.files().forEach(path -> sources.put(path, repository.source(path)));
        sources.putAll(request.overlay().files());
        Optional<String> refused =
                sources.values().stream().filter(t -> !SourceFile.parses(t)).findFirst();
        if (refused.isPresent()) {
            return new Execution.DidNotCompile(List.of("does not parse"));
        }
        return new Execution.TestsRan(request.tests().stream()
                .map(run -> result(run, sources, request.coverage()))
                .toList());
    }

    private TestResult result(TestRun run, SortedMap<String, String> sources, boolean coverage) {
        TestOutcome outcome = passes.test(run.test(), sources)
                ? new TestOutcome.Passed()
                : new TestOutcome.Failed(
                        new Failure("org.opentest4j.AssertionFailedError", "expected: <1> but was: <2>", List.of()));
        return new TestResult(run.test(), outcome, 10, coverage ? repository.coverage(run.test()) : List.of());
    }

    @Override
    public Execution executeAfresh(ExecutionRequest request) {
        return execute(request);
    }

    @Override
    public BuildReport build(Digest snapshot) {
        return new BuildReport(List.of(), List.of());
    }

    @Override
    public List<TestId> discover(Digest snapshot) {
        return List.copyOf(repository.tests());
    }

    @Override
    public void close() {}
}
