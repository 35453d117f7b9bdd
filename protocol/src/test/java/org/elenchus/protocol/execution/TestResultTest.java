package org.elenchus.protocol.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.Test;

class TestResultTest {
    private static final TestResult PLAIN =
            new TestResult(TestId.parse("x.T#t()"), new TestOutcome.Passed(), 7, List.of());

    private static String json(TestResult result) {
        return new String(ProtocolJson.write(result), StandardCharsets.UTF_8);
    }

    /** Digests of tasks made before this was known stay as they are. */
    @Test
    void what_ran_on_one_thread_is_written_and_read_as_before_threads_were_noticed() {
        assertThat(json(PLAIN)).doesNotContain("concurrent");
        assertThat(ProtocolJson.read(ProtocolJson.write(PLAIN), TestResult.class))
                .isEqualTo(PLAIN);
    }

    @Test
    void what_ran_on_several_says_so() {
        TestResult concurrent = new TestResult(PLAIN.test(), PLAIN.outcome(), 7, List.of(), true);
        assertThat(json(concurrent)).contains("\"concurrent\":true");
        assertThat(ProtocolJson.read(ProtocolJson.write(concurrent), TestResult.class))
                .isEqualTo(concurrent);
    }
}
