package org.elenchus.tools.mining.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;

/** A sandbox that plays a script: each test behaves as told, by how often it has run. */
public class Script implements Sandbox {
    /** How a test behaves. @param run counts from 0 */
    public interface Behaviour {
        Act act(int run);
    }

    /** What a test does in one run. */
    public sealed interface Act {
        record Pass(long fuel, int line) implements Act {}

        /** Passes, with threads. */
        record Fork() implements Act {}

        record Fail() implements Act {}

        record Skip() implements Act {}

        record Hang() implements Act {}

        record Kill() implements Act {}

        record Sleep(long millis) implements Act {}
    }

    private static final Failure FAILURE = new Failure("java.lang.AssertionError", "no", List.of());

    public final List<ExecutionRequest> requests = new ArrayList<>();
    protected final TreeMap<TestId, Behaviour> tests = new TreeMap<>();
    private final Map<TestId, Integer> runs = new HashMap<>();

    public Script with(String test, Behaviour behaviour) {
        tests.put(TestId.parse(test), behaviour);
        return this;
    }

    public Script passing(String test) {
        return with(test, run -> new Act.Pass(100, 7));
    }

    public List<TestId> ids() {
        return List.copyOf(tests.keySet());
    }

    @Override
    public BuildReport build(Digest snapshot) {
        return new BuildReport(List.of(), List.of());
    }

    @Override
    public List<TestId> discover(Digest snapshot) {
        return ids();
    }

    @Override
    public Execution execute(ExecutionRequest request) {
        throw new AssertionError("preparation must not be answered from memory");
    }

    @Override
    public Execution executeAfresh(ExecutionRequest request) {
        requests.add(request);
        List<TestResult> results = new ArrayList<>();
        for (TestRun run : request.tests()) {
            int count = runs.merge(run.test(), 1, Integer::sum) - 1;
            switch (tests.get(run.test()).act(count)) {
                case Act.Pass pass -> results.add(passed(run, pass, request.coverage()));
                case Act.Fork fork ->
                    results.add(new TestResult(run.test(), new TestOutcome.Passed(), 100, List.of(), true));
                case Act.Fail fail -> results.add(result(run, new TestOutcome.Failed(FAILURE)));
                case Act.Skip skip -> results.add(result(run, new TestOutcome.NotRun("disabled")));
                case Act.Hang hang -> {
                    return new Execution.TimedOut(run.test());
                }
                case Act.Kill kill -> {
                    return new Execution.Crashed("exit 1");
                }
                case Act.Sleep sleep -> {
                    try {
                        Thread.sleep(sleep.millis());
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    results.add(passed(run, new Act.Pass(10, 7), request.coverage()));
                }
            }
        }
        return new Execution.TestsRan(results);
    }

    private static TestResult result(TestRun run, TestOutcome outcome) {
        return new TestResult(run.test(), outcome, 5, List.of());
    }

    private static TestResult passed(TestRun run, Act.Pass pass, boolean coverage) {
        if (pass.fuel() > run.fuel()) {
            return new TestResult(run.test(), new TestOutcome.OutOfFuel(FAILURE), run.fuel(), List.of());
        }
        List<CoveredLines> covered =
                coverage ? List.of(new CoveredLines("org/x/A.java", List.of(pass.line()))) : List.of();
        return new TestResult(run.test(), new TestOutcome.Passed(), pass.fuel(), covered);
    }

    @Override
    public void close() {}
}
