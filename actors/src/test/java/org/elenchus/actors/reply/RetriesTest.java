package org.elenchus.actors.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private final Retries retries = new Retries();

    @Test
    void a_request_is_tried_five_times_with_pauses_that_double_and_then_given_up() {
        assertThat(retries.failed("a")).contains(Duration.ofMillis(500));
        assertThat(retries.failed("a")).contains(Duration.ofSeconds(1));
        assertThat(retries.failed("b")).contains(Duration.ofMillis(500));
        assertThat(retries.failed("a")).contains(Duration.ofSeconds(2));
        assertThat(retries.failed("a")).contains(Duration.ofSeconds(4));
        assertThat(retries.failed("a")).isEmpty();
        assertThat(retries.failed("a")).contains(Duration.ofMillis(500));
    }

    @Test
    void failures_before_a_success_do_not_count() {
        retries.failed("a");
        retries.failed("a");
        retries.succeeded("a");
        assertThat(retries.failed("a")).contains(Duration.ofMillis(500));
    }

    @Test
    void a_reason_is_one_bounded_line_that_names_the_cause_and_not_its_wrapper() {
        assertThat(Retries.reason(new CompletionException(new IllegalStateException("no disk\nat all"))))
                .isEqualTo("IllegalStateException: no disk");
        assertThat(Retries.reason(new StackOverflowError())).isEqualTo("StackOverflowError");
        assertThat(Retries.reason(new IllegalStateException("x".repeat(9_000)))).hasSizeLessThan(600);
    }
}
