package org.elenchus.protocol.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final String CLEAR_SCREEN = "\u001b[2J";

    @Test
    void what_untrusted_code_says_cannot_steer_a_terminal() {
        Failure failure = new Failure(
                "evil." + CLEAR_SCREEN, CLEAR_SCREEN, List.of(new StackLine(CLEAR_SCREEN, CLEAR_SCREEN, 1)));
        Execution refused = new Execution.DidNotCompile(List.of(CLEAR_SCREEN));
        TestOutcome skipped = new TestOutcome.NotRun(CLEAR_SCREEN);

        assertThat(failure + " " + refused + " " + skipped)
                .doesNotContain("\u001b")
                .contains("message=\\u001b[2J", "exception=evil.\\u001b[2J", "errors=[\\u001b[2J", "reason=\\u001b[2J");
    }
}
