package org.elenchus.tools.cli.bench.measure;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.TestOutcome;

/** What a candidate came to, all its tests together. */
public enum OutcomeKind {
    DID_NOT_COMPILE("did not compile"),
    SURVIVED("survived"),
    KILLED("killed"),
    OUT_OF_FUEL("out of fuel"),
    TIMED_OUT("timed out"),
    CRASHED("crashed");

    private final String label;

    OutcomeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean compiled() {
        return this != DID_NOT_COMPILE;
    }

    /** Out of fuel when any test was; otherwise killed when any failure was observed. */
    public static OutcomeKind of(Execution execution) {
        return switch (execution) {
            case Execution.DidNotCompile d -> DID_NOT_COMPILE;
            case Execution.TimedOut t -> TIMED_OUT;
            case Execution.Crashed c -> CRASHED;
            case Execution.TestsRan ran -> {
                List<TestOutcome> outcomes =
                        ran.results().stream().map(result -> result.outcome()).toList();
                if (outcomes.stream().anyMatch(TestOutcome.OutOfFuel.class::isInstance)) {
                    yield OUT_OF_FUEL;
                }
                yield outcomes.stream().anyMatch(TestOutcome::observedFailure) ? KILLED : SURVIVED;
            }
        };
    }

    /** How often each kind occurs; every kind has an entry. */
    public static SortedMap<OutcomeKind, Integer> count(List<Execution> executions) {
        SortedMap<OutcomeKind, Integer> counts = new TreeMap<>();
        for (OutcomeKind kind : values()) {
            counts.put(kind, 0);
        }
        executions.forEach(execution -> counts.merge(of(execution), 1, Integer::sum));
        return counts;
    }
}
