package org.elenchus.actors.gates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.actors.grading.BrokenState;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Gate;

/**
 * Gate 3: v runs on the broken state and gives the same results again. The second run takes the tests that a verifier could be made of in
 * the opposite order, so that tests which lean on each other are found out; those that waver are dropped.
 */
final class ExecutionGate {
    private final GateLimits limits;

    ExecutionGate(GateLimits limits) {
        this.limits = limits;
    }

    /**
     * Results both runs agree on, by test id.
     *
     * @param failing every observed failure
     * @param passing the cheapest of those that passed, cheapest first
     */
    record Stable(List<TestResult> failing, List<TestResult> passing) {}

    Finding<Stable> check(List<TestId> tests, BrokenState broken, PreparedRepository repository, Laboratory lab)
            throws SandboxFault {
        List<TestRun> runs = cheapest(tests, repository, limits.tests());
        runs.sort(Comparator.comparing(TestRun::test));
        Finding<Map<TestId, TestResult>> first = ran(lab.execute("broken", broken.overlay(), runs));
        return switch (first) {
            case Finding.Refused<Map<TestId, TestResult>> refused -> refused.retyped();
            case Finding.Passed<Map<TestId, TestResult>> seen -> again(seen.value(), broken.overlay(), repository, lab);
        };
    }

    private Finding<Stable> again(
            Map<TestId, TestResult> first, Overlay overlay, PreparedRepository repository, Laboratory lab)
            throws SandboxFault {
        List<TestId> failing = new ArrayList<>();
        List<TestId> passing = new ArrayList<>();
        for (TestResult result : first.values()) {
            if (result.outcome().observedFailure()) {
                failing.add(result.test());
            } else if (result.outcome().passed()) {
                passing.add(result.test());
            }
        }
        List<TestRun> kept = cheapest(passing, repository, limits.passToPass());
        List<TestRun> runs = new ArrayList<>(kept);
        failing.forEach(test -> runs.add(repository.budgeted(test)));
        runs.sort(Comparator.comparing(TestRun::test).reversed());
        if (runs.isEmpty()) {
            return new Finding.Refused<>(Gate.EXECUTION, "no test gives a result in the broken state");
        }
        Finding<Map<TestId, TestResult>> second = ran(lab.executeAgain("broken, again", overlay, runs));
        return switch (second) {
            case Finding.Refused<Map<TestId, TestResult>> refused -> refused.retyped();
            case Finding.Passed<Map<TestId, TestResult>> seen ->
                stable(
                        agreed(failing, first, seen.value()),
                        agreed(kept.stream().map(TestRun::test).toList(), first, seen.value()));
        };
    }

    private static Finding<Stable> stable(List<TestResult> failing, List<TestResult> passing) {
        return failing.isEmpty() && passing.isEmpty()
                ? new Finding.Refused<>(Gate.EXECUTION, "no test gives the same result twice")
                : new Finding.Passed<>(new Stable(failing, passing));
    }

    private static List<TestResult> agreed(
            List<TestId> tests, Map<TestId, TestResult> first, Map<TestId, TestResult> second) {
        List<TestResult> agreed = new ArrayList<>();
        for (TestId test : tests) {
            TestResult one = first.get(test);
            TestResult other = second.get(test);
            if (one != null && other != null) {
                Stability.agreed(one, other).ifPresent(agreed::add);
            }
        }
        return agreed;
    }

    private static Finding<Map<TestId, TestResult>> ran(Execution execution) {
        return switch (execution) {
            case Execution.TestsRan ran -> {
                Map<TestId, TestResult> results = new TreeMap<>();
                ran.results().forEach(result -> results.put(result.test(), result));
                yield new Finding.Passed<>(results);
            }
            case Execution.DidNotCompile refused ->
                new Finding.Refused<>(Gate.EXECUTION, "the broken state does not compile");
            case Execution.TimedOut blocked ->
                new Finding.Refused<>(Gate.EXECUTION, "the broken state blocks a test or takes too long");
            case Execution.Crashed crashed -> new Finding.Refused<>(Gate.EXECUTION, "the broken state ends its worker");
        };
    }

    /** Distinct tests with their budgets, cheapest first. The list may be changed. */
    private static List<TestRun> cheapest(List<TestId> tests, PreparedRepository repository, int limit) {
        List<TestRun> runs = new ArrayList<>(
                tests.stream().distinct().map(repository::budgeted).toList());
        Collections.sort(runs, Comparator.comparingLong(TestRun::fuel).thenComparing(TestRun::test));
        return new ArrayList<>(runs.subList(0, Math.min(limit, runs.size())));
    }
}
