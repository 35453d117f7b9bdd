package org.elenchus.actors.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;

/**
 * A sandbox without a compiler. A test passes when its predicate over the effective source texts holds; tests without a predicate pass.
 * Texts with {@link #SYNTAX_ERROR}, {@link #HANG} or {@link #CRASH} do not compile, time out or crash. Thread-safe.
 */
public final class FakeSandbox implements Sandbox {
    public static final String SYNTAX_ERROR = "SYNTAX ERROR";
    public static final String HANG = "HANG";
    public static final String CRASH = "CRASH";

    /** The effective text of every main source file, by path. */
    public interface Sources extends UnaryOperator<String> {}

    /** Gives a test's outcome. @param occasion 0 for the sandbox's first real execution, 1 for the second, … */
    public interface Script {
        TestOutcome outcome(Sources sources, int occasion);
    }

    private final Map<Digest, PreparedRepository> repositories = new HashMap<>();
    private final Map<TestId, Script> scripts = new HashMap<>();
    private final Map<Digest, Execution> memo = new HashMap<>();
    private final List<ExecutionRequest> executed = new ArrayList<>();
    private int faults;

    public FakeSandbox(PreparedRepository... repositories) {
        for (PreparedRepository repository : repositories) {
            this.repositories.put(repository.summary().snapshot(), repository);
        }
    }

    /** The test passes when the predicate holds and fails by assertion otherwise. */
    public synchronized FakeSandbox passes(String test, Predicate<Sources> when) {
        TestId id = TestId.parse(test);
        return scripted(test, (sources, occasion) -> when.test(sources) ? new TestOutcome.Passed() : assertion(id));
    }

    public synchronized FakeSandbox scripted(String test, Script script) {
        scripts.put(TestId.parse(test), script);
        return this;
    }

    /** The next {@code count} requests end in a fault of the infrastructure. */
    public synchronized FakeSandbox faulty(int count) {
        faults = count;
        return this;
    }

    /** What was really executed (recalled outcomes are not in it), oldest first. */
    public synchronized List<ExecutionRequest> executed() {
        return List.copyOf(executed);
    }

    public static TestOutcome assertion(TestId test) {
        return new TestOutcome.Failed(
                new Failure("org.opentest4j.AssertionFailedError", "unexpected value in " + test, List.of()));
    }

    @Override
    public BuildReport build(Digest snapshot) {
        return new BuildReport(List.of(), List.of());
    }

    @Override
    public List<TestId> discover(Digest snapshot) {
        return List.copyOf(repository(snapshot).tests());
    }

    @Override
    public synchronized Execution execute(ExecutionRequest request) throws SandboxFault {
        Execution known = memo.get(request.key());
        return known != null ? known : executeAfresh(request);
    }

    @Override
    public synchronized Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
        if (faults > 0) {
            faults--;
            throw new SandboxFault("scripted fault");
        }
        Execution outcome = run(request, executed.size());
        executed.add(request);
        memo.put(request.key(), outcome);
        return outcome;
    }

    @Override
    public void close() {
        // nothing is held
    }

    private Execution run(ExecutionRequest request, int occasion) {
        PreparedRepository repository = repository(request.snapshot());
        Map<String, String> texts = new TreeMap<>();
        repository.files().forEach(path -> texts.put(path, repository.source(path)));
        texts.putAll(request.overlay().files());
        String all = String.join("\n", texts.values());
        if (all.contains(SYNTAX_ERROR)) {
            return new Execution.DidNotCompile(List.of("';' expected"));
        }
        if (all.contains(HANG)) {
            return new Execution.TimedOut(request.tests().get(0).test());
        }
        if (all.contains(CRASH)) {
            return new Execution.Crashed("exit code 1");
        }
        Sources sources = path -> texts.getOrDefault(path, "");
        List<TestResult> results = new ArrayList<>();
        for (TestRun run : request.tests()) {
            Script script = scripts.get(run.test());
            TestOutcome outcome = script == null ? new TestOutcome.Passed() : script.outcome(sources, occasion);
            results.add(new TestResult(
                    run.test(),
                    outcome,
                    run.fuel() / 10,
                    request.coverage() ? repository.coverage(run.test()) : List.of()));
        }
        return new Execution.TestsRan(results);
    }

    private PreparedRepository repository(Digest snapshot) {
        PreparedRepository repository = repositories.get(snapshot);
        if (repository == null) {
            throw new IllegalArgumentException("unknown snapshot " + snapshot);
        }
        return repository;
    }
}
