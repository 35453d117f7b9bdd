package org.elenchus.actors.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.actors.wiring.RoundTrip;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.validator.ValidatorProtocol.BatchReceived;
import org.elenchus.protocol.validator.ValidatorProtocol.CandidateJudged;
import org.elenchus.protocol.validator.ValidatorProtocol.Event;
import org.junit.jupiter.api.Test;

class ValidatorDecisionsTest {
    private static CandidateRef candidate(String id, String content) {
        return new CandidateRef(id, SkillId.UNGUIDED, Digest.of("artifact of " + id), Digest.of(content));
    }

    private static ValidatorState after(List<Event> events) {
        ValidatorState state = ValidatorState.EMPTY;
        for (Event event : events) {
            state = state.apply(event);
        }
        return state;
    }

    @Test
    void refuses_the_later_id_of_two_equal_candidates_whatever_their_order() {
        var a = candidate("b/01", "x");
        var b = candidate("b/02", "x");
        assertThat(ValidatorDecisions.receive(ValidatorState.EMPTY, "b", List.of(b, a)))
                .isEqualTo(ValidatorDecisions.receive(ValidatorState.EMPTY, "b", List.of(a, b)))
                .containsExactly(
                        new BatchReceived("b", List.of(a, b)),
                        new CandidateJudged(
                                "b",
                                new Verdict.Rejected(
                                        "b/02", Gate.DUPLICATE, "same broken state as b/01", b.artifact())));
    }

    @Test
    void refuses_what_an_earlier_batch_had_even_if_that_one_was_rejected() {
        ValidatorState state = after(List.of(
                new BatchReceived("one", List.of(candidate("one/01", "x"))),
                new CandidateJudged(
                        "one", new Verdict.Rejected("one/01", Gate.SEMANTICS, "nothing fails", Digest.of("e")))));
        assertThat(ValidatorDecisions.receive(state, "two", List.of(candidate("two/01", "x"))))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        CandidateJudged.class,
                        judged -> assertThat(judged.verdict())
                                .isInstanceOfSatisfying(
                                        Verdict.Rejected.class,
                                        rejected -> assertThat(rejected.gate()).isEqualTo(Gate.DUPLICATE)));
    }

    @Test
    void a_known_batch_gives_no_events() {
        ValidatorState state = after(List.of(new BatchReceived("one", List.of(candidate("one/01", "x")))));
        assertThat(ValidatorDecisions.receive(state, "one", List.of(candidate("one/01", "x"))))
                .isEmpty();
    }

    @Test
    void candidates_without_a_verdict_stay_open() {
        ValidatorState state = after(List.of(
                new BatchReceived("one", List.of(candidate("one/01", "x"), candidate("one/02", "y"))),
                new CandidateJudged("one", new Verdict.Undecided("one/01", "disk full"))));
        assertThat(state.batch("one").orElseThrow().open())
                .extracting(CandidateRef::id)
                .containsExactly("one/02");
        assertThat(state.awaiting("one/02")).contains("one");
        assertThat(state.awaiting("one/01")).isEmpty();
    }

    @Test
    void a_fault_is_no_verdict_on_the_candidate() {
        assertThat(ValidatorDecisions.conclude("c", new WorkResult.Faulted("w", "worker lost")))
                .isEqualTo(new Verdict.Undecided("c", "worker lost"));
        assertThatThrownBy(
                        () -> ValidatorDecisions.conclude("c", new WorkResult.RepositoryUnusable("w", "not a verdict")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_snapshot_holds_batches_verdicts_and_known_states() {
        ValidatorState state = after(List.of(
                new BatchReceived("one", List.of(candidate("one/01", "x"), candidate("one/02", "y"))),
                new CandidateJudged("one", new Verdict.Valid("one/01", Digest.of("t"), 1, 2, Digest.of("e")))));
        assertThat(RoundTrip.of(state)).isEqualTo(state);
    }
}
