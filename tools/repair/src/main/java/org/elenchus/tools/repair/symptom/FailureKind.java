package org.elenchus.tools.repair.symptom;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;

/** How a test failed, as skills and features name it. */
public enum FailureKind {
    ASSERTION("assertion"),
    /** An assertion that an exception is thrown did not hold. */
    MISSING_EXCEPTION("missing-exception"),
    /** Another exception than the asserted one was thrown. */
    WRONG_EXCEPTION("wrong-exception"),
    NULL_POINTER("null-pointer"),
    INDEX_OUT_OF_BOUNDS("index-out-of-bounds"),
    ILLEGAL_ARGUMENT("illegal-argument"),
    ILLEGAL_STATE("illegal-state"),
    NO_SUCH_ELEMENT("no-such-element"),
    CLASS_CAST("class-cast"),
    NUMBER_FORMAT("number-format"),
    ARITHMETIC("arithmetic"),
    OTHER_EXCEPTION("other-exception"),
    OUT_OF_FUEL("out-of-fuel");

    private final String label;

    FailureKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The kind of one outcome; a test without an observed failure counts as an assertion. */
    public static FailureKind of(TestOutcome outcome) {
        return switch (outcome) {
            case TestOutcome.Failed f -> asserted(f.failure());
            case TestOutcome.Errored e -> thrown(e.failure().exception());
            case TestOutcome.OutOfFuel o -> OUT_OF_FUEL;
            case TestOutcome.Passed p -> ASSERTION;
            case TestOutcome.NotRun n -> ASSERTION;
        };
    }

    /** The most frequent kind; the first declared of equally frequent ones. */
    public static FailureKind dominant(List<TestResult> results) {
        Map<FailureKind, Integer> counts = new EnumMap<>(FailureKind.class);
        results.stream()
                .filter(r -> r.outcome().observedFailure())
                .forEach(r -> counts.merge(of(r.outcome()), 1, Integer::sum));
        FailureKind best = ASSERTION;
        int most = 0;
        for (Map.Entry<FailureKind, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    private static FailureKind asserted(Failure failure) {
        String message = failure.message();
        boolean expected = message.contains("to be thrown") || message.contains("Expected exception:");
        if (expected) {
            return MISSING_EXCEPTION;
        }
        return message.contains("nexpected exception") ? WRONG_EXCEPTION : ASSERTION;
    }

    private static FailureKind thrown(String exception) {
        String simple = exception.substring(Math.max(exception.lastIndexOf('.'), exception.lastIndexOf('$')) + 1);
        return switch (simple) {
            case "NullPointerException" -> NULL_POINTER;
            case "IndexOutOfBoundsException", "ArrayIndexOutOfBoundsException", "StringIndexOutOfBoundsException" ->
                INDEX_OUT_OF_BOUNDS;
            case "IllegalArgumentException" -> ILLEGAL_ARGUMENT;
            case "IllegalStateException" -> ILLEGAL_STATE;
            case "NoSuchElementException" -> NO_SUCH_ELEMENT;
            case "ClassCastException" -> CLASS_CAST;
            case "NumberFormatException" -> NUMBER_FORMAT;
            case "ArithmeticException" -> ARITHMETIC;
            case "StackOverflowError" -> OUT_OF_FUEL;
            default -> OTHER_EXCEPTION;
        };
    }
}
