package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Request open = new Request.OpenSolver();
    private final Request prepare = new Request.PrepareRepository(Specs.ALPHA);

    @Test
    void sends_once_and_again_when_patience_ends() {
        Outbox outbox = new Outbox(2);
        assertThat(outbox.due(List.of(open, prepare))).containsExactly(open, prepare);
        assertThat(outbox.due(List.of(open, prepare))).isEmpty();
        outbox.tick();
        assertThat(outbox.due(List.of(open, prepare))).isEmpty();
        outbox.tick();
        assertThat(outbox.due(List.of(prepare))).containsExactly(prepare);
    }

    @Test
    void forgets_what_is_answered() {
        Outbox outbox = new Outbox(2);
        outbox.due(List.of(open));
        assertThat(outbox.due(List.of())).isEmpty();
        assertThat(outbox.due(List.of(open))).containsExactly(open);
    }
}
