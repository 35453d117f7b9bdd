package org.elenchus.actors.gates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;

/**
 * What two runs of a test agree on. A different kind of outcome or another class thrown is no agreement. A message or a stack that
 * differs is blanked: it would make the task differ from run to run.
 */
final class Stability {
    /** Where these are thrown depends on the machine. */
    private static final Set<String> ANYWHERE = Set.of("java.lang.StackOverflowError", "java.lang.OutOfMemoryError");

    private Stability() {}

    /** The agreed result, without coverage or fuel (a failing test may burn a different amount elsewhere); absent when the runs disagree or the test gave no result. */
    static Optional<TestResult> agreed(TestResult first, TestResult second) {
        TestOutcome one = first.outcome();
        TestOutcome other = second.outcome();
        if (one instanceof TestOutcome.NotRun || !OutcomeKind.of(one).equals(OutcomeKind.of(other))) {
            return Optional.empty();
        }
        return Optional.of(new TestResult(first.test(), agreed(one, other), 0, List.of()));
    }

    private static TestOutcome agreed(TestOutcome one, TestOutcome other) {
        return switch (one) {
            case TestOutcome.Passed passed -> passed;
            case TestOutcome.Failed failed -> new TestOutcome.Failed(agreed(failed.failure(), other));
            case TestOutcome.Errored errored -> new TestOutcome.Errored(agreed(errored.failure(), other));
            // where fuel ends depends on which test loads a class first, and so on the order
            case TestOutcome.OutOfFuel spent -> spent;
            case TestOutcome.NotRun missing -> missing;
        };
    }

    private static Failure agreed(Failure one, TestOutcome otherOutcome) {
        Failure other = otherOutcome.observed().orElse(one);
        boolean stackHolds = !ANYWHERE.contains(one.exception()) && one.stack().equals(other.stack());
        return new Failure(
                one.exception(),
                one.message().equals(other.message()) ? one.message() : "",
                stackHolds ? one.stack() : List.of());
    }
}
