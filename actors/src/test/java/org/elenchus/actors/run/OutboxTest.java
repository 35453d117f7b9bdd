package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Request open = new Request.OpenSolver();
    private final Request prepare = new Request.PrepareRepository(Specs.ALPHA);

    /** The ticks with which the request is sent again. */
    private static List<Integer> resent(Outbox outbox, Request request, int ticks) {
        List<Integer> resent = new ArrayList<>();
        for (int tick = 1; tick <= ticks; tick++) {
            outbox.tick();
            if (outbox.due(List.of(request)).equals(List.of(request))) {
                resent.add(tick);
            }
        }
        return resent;
    }

    @Test
    void sends_once_and_again_after_pauses_that_double_up_to_the_longest() {
        Outbox outbox = new Outbox(5);
        assertThat(outbox.due(List.of(open, prepare))).containsExactly(open, prepare);
        assertThat(outbox.due(List.of(open, prepare))).isEmpty();
        assertThat(resent(outbox, open, 24)).containsExactly(1, 3, 7, 12, 17, 22);
    }

    @Test
    void pauses_begin_anew_when_nodes_come_or_go() {
        Outbox outbox = new Outbox(64);
        outbox.due(List.of(open));
        assertThat(resent(outbox, open, 8)).containsExactly(1, 3, 7);
        outbox.hasten();
        assertThat(outbox.due(List.of(open))).as("sent a tick ago").containsExactly(open);
        outbox.hasten();
        assertThat(outbox.due(List.of(open))).as("sent just now").isEmpty();
        assertThat(resent(outbox, open, 8)).containsExactly(1, 3, 7);
    }

    @Test
    void forgets_what_is_answered() {
        Outbox outbox = new Outbox(2);
        outbox.due(List.of(open));
        assertThat(outbox.due(List.of())).isEmpty();
        assertThat(outbox.due(List.of(open))).containsExactly(open);
    }

    @Test
    void a_longest_pause_is_not_shorter_than_the_first() {
        assertThat(new Patience(Duration.ofSeconds(1), Duration.ofSeconds(10)).ticks())
                .isEqualTo(10);
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("elenchus.run.ask-again");
        assertThatThrownBy(() -> new Patience(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("elenchus.run.ask-again");
    }
}
