package org.elenchus.tools.repair.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.Test;

class SymptomTest {
    private static TestOutcome failed(String message) {
        return new TestOutcome.Failed(new Failure("org.opentest4j.AssertionFailedError", message, List.of()));
    }

    private static TestOutcome errored(String exception) {
        return new TestOutcome.Errored(new Failure(exception, "", List.of()));
    }

    private static TestResult result(TestOutcome outcome) {
        return new TestResult(TestId.parse("x.T#t()"), outcome, 1, List.of());
    }

    @Test
    void outcomes_are_told_apart_by_what_was_thrown() {
        assertThat(FailureKind.of(failed("expected: <1> but was: <2>"))).isEqualTo(FailureKind.ASSERTION);
        assertThat(FailureKind.of(failed("Expected java.lang.X to be thrown, but nothing was thrown.")))
                .isEqualTo(FailureKind.MISSING_EXCEPTION);
        assertThat(FailureKind.of(failed("Unexpected exception type thrown, expected: <A> but was: <B>")))
                .isEqualTo(FailureKind.WRONG_EXCEPTION);
        assertThat(FailureKind.of(errored("java.lang.StringIndexOutOfBoundsException")))
                .isEqualTo(FailureKind.INDEX_OUT_OF_BOUNDS);
        assertThat(FailureKind.of(errored("org.x.Outer$OwnException"))).isEqualTo(FailureKind.OTHER_EXCEPTION);
        assertThat(FailureKind.of(new TestOutcome.OutOfFuel(new Failure("fuel", "", List.of()))))
                .isEqualTo(FailureKind.OUT_OF_FUEL);
    }

    @Test
    void the_most_frequent_kind_dominates_and_tests_without_a_failure_do_not_count() {
        assertThat(FailureKind.dominant(List.of(
                        result(errored("java.lang.NullPointerException")),
                        result(failed("no")),
                        result(errored("java.lang.NullPointerException")),
                        result(new TestOutcome.Passed()))))
                .isEqualTo(FailureKind.NULL_POINTER);
        assertThat(FailureKind.dominant(List.of())).isEqualTo(FailureKind.ASSERTION);
    }

    @Test
    void messages_hint_at_how_expected_and_actual_differ() {
        assertThat(Hint.of("expected: <3> but was: <4>")).containsExactly(Hint.OFF_BY_ONE);
        assertThat(Hint.of("length ==> expected: <3> but was: <9>")).containsExactly(Hint.OTHER_NUMBER);
        assertThat(Hint.of("expected: <true> but was: <false>")).containsExactly(Hint.BOOLEAN);
        assertThat(Hint.of("expected: <a> but was: <null>")).containsExactly(Hint.UNEXPECTED_NULL);
        assertThat(Hint.of("expected:<abc> but was:<ab>")).containsExactly(Hint.SHORTER_TEXT);
        assertThat(Hint.of("something else")).isEmpty();
    }
}
