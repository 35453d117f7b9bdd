package org.elenchus.actors.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.actors.wiring.RoundTrip;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.BuiltInSkills;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillProtocol.Event;
import org.elenchus.protocol.skill.SkillProtocol.ObserveTraces;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;
import org.elenchus.protocol.skill.SkillProtocol.OutcomesRecorded;
import org.elenchus.protocol.skill.SkillProtocol.RecordOutcomes;
import org.elenchus.protocol.skill.SkillProtocol.Reply;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.elenchus.protocol.skill.SkillProtocol.TasksProposed;
import org.elenchus.protocol.skill.SkillProtocol.TasksRequested;
import org.elenchus.protocol.skill.SkillProtocol.TracesObserved;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.junit.jupiter.api.Test;

class SkillDecisionsTest {
    private static final SkillId ID = new SkillId("swap");
    private static final RepositoryCoordinate LIB = new RepositoryCoordinate("maven:org.example:lib:1.0");

    private static final ActorRef<Reply> NOBODY = RoundTrip.anyone();

    private static SkillProposal proposal(String id, List<String> contexts, String operation, String... traces) {
        Skill skill = new Skill(
                new SkillId(id),
                "Swap",
                "Swap arguments",
                Skill.Kind.REPAIR_STRATEGY,
                new TreeSet<>(List.of("assertion")),
                new TreeSet<>(contexts),
                List.of(new Skill.Operation(operation, "un-" + operation)));
        return new SkillProposal(skill, List.of(traces), 8, 4);
    }

    private static ObserveTraces observe(String request, SkillProposal... proposals) {
        return new ObserveTraces(request, 1, List.of(proposals), NOBODY);
    }

    private static SkillState after(SkillState state, ObserveTraces message) {
        return SkillDecisions.observe(ID, state, message).map(state::apply).orElse(state);
    }

    @Test
    void the_first_traces_make_the_first_version() {
        Optional<Event> event = SkillDecisions.observe(
                ID, SkillState.EMPTY, observe("d/1", proposal("swap", List.of("if"), "swap", "t/2", "t/1")));
        assertThat(event).get().isInstanceOfSatisfying(SkillRevised.class, revised -> {
            assertThat(revised.version()).isEqualTo(1);
            assertThat(revised.causedBy()).containsExactly("t/1", "t/2");
        });
    }

    @Test
    void traces_that_teach_nothing_new_are_evidence_only() {
        SkillState state = after(SkillState.EMPTY, observe("d/1", proposal("swap", List.of("if"), "swap", "t/1")));
        assertThat(SkillDecisions.observe(
                        ID, state, observe("d/2", proposal("swap", List.of("if"), "swap", "t/1", "u/1"))))
                .contains(new TracesObserved("d/2", 1, List.of("u/1"), 8, 4));
    }

    @Test
    void a_merged_proposal_widens_the_conditions_in_a_new_version_caused_by_the_new_traces() {
        SkillState state = after(SkillState.EMPTY, observe("d/1", proposal("swap", List.of("if"), "swap", "t/1")));
        SkillState later = after(state, observe("d/2", proposal("other", List.of("loop"), "guard", "t/1", "u/1")));
        assertThat(later.current()).get().satisfies(version -> {
            assertThat(version.number()).isEqualTo(2);
            assertThat(version.causedBy()).containsExactly("u/1");
            assertThat(version.skill().id()).isEqualTo(ID);
            assertThat(version.skill().contexts()).containsExactly("if", "loop");
            assertThat(version.skill().operations())
                    .containsExactly(new Skill.Operation("swap", "un-swap"), new Skill.Operation("guard", "un-guard"));
        });
        assertThat(SkillDecisions.observed(ID, later, "d/2"))
                .get()
                .extracting("skill")
                .isEqualTo(new SkillRef(ID, 2, 2, 0.5));
    }

    @Test
    void conditions_that_hold_everywhere_are_not_narrowed() {
        SkillState state = after(SkillState.EMPTY, observe("d/1", proposal("swap", List.of(), "swap", "t/1")));
        assertThat(after(state, observe("d/2", proposal("swap", List.of("if"), "swap", "t/2")))
                        .versions())
                .hasSize(1);
    }

    @Test
    void a_distillation_is_taken_in_once_and_its_answer_does_not_change() {
        SkillState state = after(SkillState.EMPTY, observe("d/1", proposal("swap", List.of("if"), "swap", "t/1")));
        SkillState later = after(state, observe("d/2", proposal("swap", List.of("loop"), "swap", "t/2")));
        assertThat(SkillDecisions.observe(ID, later, observe("d/1", proposal("swap", List.of("x"), "y", "t/9"))))
                .isEmpty();
        assertThat(SkillDecisions.observed(ID, later, "d/1")).isEqualTo(SkillDecisions.observed(ID, state, "d/1"));
    }

    @Test
    void outcomes_are_recorded_in_id_order_once_and_show_in_mastery() {
        Outcome admitted = new Outcome(
                "c/1", End.ADMITTED, Optional.empty(), Optional.of(0.2), Optional.of(0.2), Optional.of(0.25));
        Outcome rejected = new Outcome(
                "c/2", End.REJECTED, Optional.of(Gate.SEMANTICS), Optional.empty(), Optional.empty(), Optional.empty());
        RecordOutcomes message = new RecordOutcomes("o/1", 1, List.of(rejected, admitted), NOBODY);
        List<Event> events = SkillDecisions.record(SkillState.EMPTY, message);
        assertThat(events).containsExactly(new OutcomesRecorded("o/1", 1, List.of(admitted, rejected)));
        SkillState state = SkillState.EMPTY.apply(events.get(0));
        assertThat(state.mastery().rate()).isEqualTo(0.25);
        assertThat(SkillDecisions.record(state, message)).isEmpty();
    }

    @Test
    void mastery_forgets_all_but_the_last_two_rounds() {
        Mastery mastery = Mastery.NONE.observe(8, 0).observe(8, 4).observe(0, 0).observe(8, 8);
        assertThat(mastery.rate()).isEqualTo(0.75);
    }

    @Test
    void only_the_built_in_skill_guides_without_traces() {
        assertThat(SkillDecisions.guide(SkillId.UNGUIDED, SkillState.EMPTY)).contains(BuiltInSkills.UNGUIDED);
        assertThat(SkillDecisions.guide(ID, SkillState.EMPTY)).isEmpty();
    }

    @Test
    void a_snapshot_holds_versions_requests_and_what_was_recorded() {
        SkillState state = after(SkillState.EMPTY, observe("d/1", proposal("swap", List.of("if"), "swap", "t/1")));
        Outcome rejected = new Outcome(
                "c/2", End.REJECTED, Optional.of(Gate.FORMAT), Optional.empty(), Optional.empty(), Optional.empty());
        SkillState full = state.apply(new OutcomesRecorded("o/1", 1, List.of(rejected)))
                .apply(new TasksRequested(
                        "r/1", Pool.TRAIN, LIB, Digest.of("s"), 4, Digest.of("g"), List.of(), List.of()))
                .apply(new TasksRequested(
                        "r/2", Pool.TRAIN, LIB, Digest.of("s"), 4, Digest.of("g"), List.of(), List.of()))
                .apply(new TasksProposed("r/1", List.of(), Digest.of("p")));
        assertThat(RoundTrip.of(full)).isEqualTo(full);
    }

    /** Earlier versions kept a count of every end beside what they counted. */
    @Test
    void a_snapshot_of_an_earlier_version_still_loads() throws IOException {
        SkillState state = after(SkillState.EMPTY, observe("d/1", proposal("swap", List.of("if"), "swap", "t/1")));
        assertThat(RoundTrip.with(
                        state,
                        "curriculum",
                        Map.of("asked", 8, "proposed", 0, "ends", Map.of("ADMITTED", 1), "solveRates", 0.25)))
                .isEqualTo(state);
    }
}
