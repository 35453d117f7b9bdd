package org.elenchus.actors.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.elenchus.actors.repository.RepositoryDecisions.Response;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.actors.wiring.RoundTrip;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRefused;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRequested;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRetried;
import org.elenchus.protocol.repository.RepositoryProtocol.Refused;
import org.junit.jupiter.api.Test;

class RepositoryDecisionsTest {
    private static final RepositoryCoordinate LIB = new RepositoryCoordinate("maven:org.example:lib:1.0");
    private static final RepositoryState REFUSED = new RepositoryState.Unknown()
            .apply(new PreparationRequested(LIB))
            .apply(new PreparationRefused(LIB, "no test-sources"));

    @Test
    void a_refusal_stands_while_the_entity_lives_and_is_tried_again_after_recovery() {
        assertThat(RepositoryDecisions.prepare(REFUSED, LIB, true))
                .isEqualTo(new Response.Answer(new Refused(LIB, "no test-sources")));
        assertThat(RepositoryDecisions.prepare(REFUSED, LIB, false))
                .isEqualTo(new Response.Begin(new PreparationRetried(LIB)));
    }

    @Test
    void an_intent_without_a_result_is_resumed_not_noted_again() {
        RepositoryState preparing = new RepositoryState.Unknown().apply(new PreparationRequested(LIB));
        assertThat(RepositoryDecisions.prepare(preparing, LIB, false)).isEqualTo(new Response.GoOn());
    }

    @Test
    void attempts_are_counted_so_that_an_old_result_is_not_taken_for_a_new_one() {
        assertThat(REFUSED.apply(new PreparationRequested(LIB))).isEqualTo(new RepositoryState.Preparing(LIB, 2));
    }

    @Test
    void a_fault_of_the_sandbox_names_the_remedy() {
        assertThat(RepositoryDecisions.conclude(LIB, new WorkResult.Faulted("w", "no space left")))
                .isInstanceOfSatisfying(
                        PreparationRefused.class,
                        refused -> assertThat(refused.reason()).contains("no space left", "elenchus doctor"));
    }

    @Test
    void impossible_events_throw() {
        RepositoryState ready = new RepositoryState.Ready(new org.elenchus.protocol.repository.RepositorySummary(
                LIB,
                org.elenchus.protocol.Digest.of("s"),
                org.elenchus.protocol.Digest.of("i"),
                1,
                10,
                3,
                java.util.List.of()));
        assertThatThrownBy(() -> ready.apply(new PreparationRequested(LIB))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_snapshot_holds_the_refusal_and_its_attempt() {
        assertThat(RoundTrip.of(REFUSED))
                .isEqualTo(REFUSED)
                .isEqualTo(new RepositoryState.Unusable(1, "no test-sources"));
    }
}
