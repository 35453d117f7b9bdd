package org.elenchus.tools.mining.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.elenchus.tools.mining.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shell stands for git. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GitCallTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @BeforeEach
    void needsAShell() {
        assumeTrue(Programs.areHere("sh"), "SKIPPED: there is no sh on this machine");
    }

    private static GitCall call(Duration patience, String script) throws Exception {
        return new GitCall(new ProcessBuilder("sh", "-c", script).start(), patience);
    }

    @Test
    void more_complaints_than_a_pipe_holds_do_not_stop_it() throws Exception {
        String complaints =
                "i=0; while [ $i -lt 3000 ]; do echo 'error: a folder that is named here is nowhere' >&2; i=$((i+1)); done; ";
        try (GitCall call = call(LONG, complaints + "echo done")) {
            assertThat(call.output().readAllBytes()).asString().isEqualTo("done\n");
            assertThatCode(call::requireSuccess).doesNotThrowAnyException();
        }
    }

    @Test
    void it_is_ended_when_the_patience_has_passed_though_it_prints_nothing() throws Exception {
        try (GitCall call = call(Duration.ofMillis(200), "exec sleep 300")) {
            assertThat(call.output().readAllBytes()).isEmpty();
            assertThatThrownBy(call::requireSuccess).hasMessage("git takes too long");
            assertThatThrownBy(call::requireInTime).hasMessage("git takes too long");
        }
    }

    @Test
    void a_failure_is_told_in_its_last_words() throws Exception {
        try (GitCall call = call(LONG, "echo 'fatal:  no such' >&2; echo thing >&2; exit 128")) {
            assertThatThrownBy(call::requireSuccess)
                    .isInstanceOf(GitRefusal.class)
                    .hasMessage("fatal: no such thing");
            assertThatCode(call::requireInTime).doesNotThrowAnyException();
        }
    }
}
