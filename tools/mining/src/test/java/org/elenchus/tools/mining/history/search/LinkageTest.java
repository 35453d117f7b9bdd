package org.elenchus.tools.mining.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkageTest {
    private static Failure failure(String exception, String message) {
        return new Failure(exception, message, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.NoSuchMethodError",
                "java.lang.NoSuchFieldError",
                "java.lang.NoClassDefFoundError",
                "java.lang.AbstractMethodError",
                "java.lang.IncompatibleClassChangeError",
                "java.lang.NoSuchMethodException",
                "java.lang.ExceptionInInitializerError"
            })
    void a_test_that_does_not_fit_the_code_tells_nothing_of_its_behaviour(String exception) {
        assertThat(Linkage.isBehavioural(new TestOutcome.Errored(failure(exception, "x"))))
                .isFalse();
    }

    @Test
    void an_assertion_that_caught_an_error_of_linkage_tells_nothing_either() {
        assertThat(Linkage.isBehavioural(new TestOutcome.Failed(failure(
                        "org.opentest4j.AssertionFailedError",
                        "expected: <java.io.IOException> but was: <java.lang.NoSuchMethodError>"))))
                .isFalse();
    }

    @Test
    void assertions_exceptions_and_endless_loops_are_behaviour() {
        assertThat(Linkage.isBehavioural(new TestOutcome.Failed(failure("java.lang.AssertionError", "1 != 2"))))
                .isTrue();
        assertThat(Linkage.isBehavioural(new TestOutcome.Errored(failure("java.lang.NullPointerException", ""))))
                .isTrue();
        assertThat(Linkage.isBehavioural(new TestOutcome.OutOfFuel(failure("OutOfFuel", ""))))
                .isTrue();
    }

    @Test
    void what_passed_or_gave_no_result_is_no_failure() {
        assertThat(Linkage.isBehavioural(new TestOutcome.Passed())).isFalse();
        assertThat(Linkage.isBehavioural(new TestOutcome.NotRun("aborted"))).isFalse();
    }
}
