package org.elenchus.actors.gates;

import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.TestOutcome;

/** Names outcomes by what repeats from run to run: their kind and the class thrown. */
final class OutcomeKind {
    private OutcomeKind() {}

    static String of(Execution execution) {
        return switch (execution) {
            case Execution.TestsRan ran -> "tests ran";
            case Execution.DidNotCompile refused -> "did not compile";
            case Execution.TimedOut blocked -> "timed out";
            case Execution.Crashed crashed -> "crashed";
        };
    }

    static String of(TestOutcome outcome) {
        return switch (outcome) {
            case TestOutcome.Passed passed -> "passed";
            case TestOutcome.Failed failed -> "failed, " + failed.failure().exception();
            case TestOutcome.Errored errored -> "errored, " + errored.failure().exception();
            case TestOutcome.OutOfFuel spent -> "out of fuel";
            case TestOutcome.NotRun missing -> "not run";
        };
    }
}
