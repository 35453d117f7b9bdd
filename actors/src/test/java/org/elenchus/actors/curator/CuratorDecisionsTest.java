package org.elenchus.actors.curator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.elenchus.actors.wiring.RoundTrip;
import org.elenchus.protocol.curator.CuratorProtocol.Decision;
import org.elenchus.protocol.curator.CuratorProtocol.Filtered;
import org.elenchus.protocol.curator.CuratorProtocol.Merged;
import org.elenchus.protocol.curator.CuratorProtocol.Proposed;
import org.elenchus.protocol.curator.CuratorProtocol.RegistryUpdated;
import org.elenchus.protocol.curator.CuratorProtocol.Retired;
import org.elenchus.protocol.curator.CuratorProtocol.TracesDistilled;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillRef;
import org.junit.jupiter.api.Test;

class CuratorDecisionsTest {
    static SkillProposal proposal(String id, String operation, List<String> contexts, int traces, int solved) {
        Skill skill = new Skill(
                new SkillId(id),
                id,
                "about " + id,
                Skill.Kind.REPAIR_STRATEGY,
                new TreeSet<>(List.of("assertion")),
                new TreeSet<>(contexts),
                List.of(new Skill.Operation(operation, "un-" + operation)));
        List<String> ids =
                IntStream.range(0, traces).mapToObj(i -> id + "/" + i).toList();
        return new SkillProposal(skill, ids, 8, solved);
    }

    private static SkillProposal proposal(String id, int traces) {
        return proposal(id, "op-" + id, List.of("if"), traces, 2);
    }

    /** The state after a distillation whose skills answered with this mastery. */
    private static CuratorState after(CuratorState state, double mastery, List<SkillProposal> proposals) {
        String request = "distil/" + state.distillations();
        CuratorState decided = state.apply(
                new TracesDistilled(request, state.distillations(), CuratorDecisions.distil(state, proposals)));
        SortedMap<String, SkillRef> answers = new TreeMap<>();
        decided.pending()
                .orElseThrow()
                .shares()
                .forEach((id, share) -> answers.put(id, new SkillRef(new SkillId(id), 1, 3, mastery)));
        return decided.apply(CuratorDecisions.conclude(decided, request, answers));
    }

    @Test
    void a_proposal_with_too_few_traces_is_filtered() {
        assertThat(CuratorDecisions.distil(CuratorState.EMPTY, List.of(proposal("thin", 2), proposal("thick", 3))))
                .containsExactly(
                        new Proposed(proposal("thick", 3)),
                        new Filtered(proposal("thin", 2).skill(), 2, 3));
    }

    @Test
    void similar_proposals_are_merged_and_their_traces_counted_together() {
        SkillProposal a = proposal("a", "swap", List.of("call", "if", "loop", "return", "throw"), 2, 0);
        SkillProposal b = proposal("b", "swap", List.of("call", "if", "loop", "return"), 1, 0);
        assertThat(CuratorDecisions.distil(CuratorState.EMPTY, List.of(a, b)))
                .containsExactly(new Proposed(a), new Merged(b, new SkillId("a"), 6.0 / 7));
    }

    @Test
    void a_known_id_is_merged_into_its_skill_and_widens_it() {
        CuratorState state = after(CuratorState.EMPTY, 0.2, List.of(proposal("a", 3)));
        SkillProposal wider = proposal("a", "other", List.of("loop"), 1, 0);
        assertThat(CuratorDecisions.distil(state, List.of(wider)))
                .containsExactly(new Merged(wider, new SkillId("a"), 0.2));
        CuratorState widened = after(state, 0.2, List.of(wider));
        assertThat(widened.active().get("a").skill().contexts()).containsExactly("if", "loop");
    }

    @Test
    void a_skill_without_support_leaves_after_two_distillations() {
        CuratorState state = after(CuratorState.EMPTY, 0.2, List.of(proposal("a", 3)));
        CuratorState silentOnce = after(state, 0.2, List.of(proposal("b", 3)));
        assertThat(silentOnce.active()).containsOnlyKeys("a", "b");
        assertThat(CuratorDecisions.distil(silentOnce, List.of(proposal("b", 3))))
                .contains(new Retired(new SkillId("a"), "no trace supported it in 2 distillations"));
    }

    @Test
    void a_mastered_skill_leaves_and_does_not_come_back_while_mastered() {
        CuratorState state = after(CuratorState.EMPTY, 0.2, List.of(proposal("a", 3)));
        SkillProposal mastered = proposal("a", "op-a", List.of("if"), 3, 8);
        CuratorState left = after(state, 1.0, List.of(mastered));
        assertThat(left.active()).isEmpty();
        assertThat(left.answers().get("distil/1")).isEmpty();
        assertThat(CuratorDecisions.distil(left, List.of(mastered)))
                .containsExactly(new Retired(new SkillId("a"), "mastered still"));
        assertThat(CuratorDecisions.distil(left, List.of(proposal("a", 3))))
                .containsExactly(new Proposed(proposal("a", 3)));
    }

    @Test
    void a_full_registry_keeps_the_weakest_and_best_covered() {
        List<SkillProposal> many = new ArrayList<>();
        for (int i = 10; i < 10 + Retirement.CAPACITY + 2; i++) {
            many.add(proposal("skill-" + i, 5));
        }
        many.add(proposal("a-thin", 3));
        many.add(proposal("b-strong", "op-b", List.of("if"), 5, 7));
        CuratorState state = after(CuratorState.EMPTY, 0.2, many);
        assertThat(state.active()).hasSize(Retirement.CAPACITY).doesNotContainKeys("a-thin", "b-strong", "skill-35");
        assertThat(state.entries()).hasSize(Retirement.CAPACITY);
    }

    @Test
    void the_order_of_proposals_never_matters() {
        List<SkillProposal> proposals = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            proposals.add(proposal("s-" + i, "op-" + i % 3, List.of("c-" + i % 2), 1 + i % 4, i % 5));
        }
        List<Decision> expected = CuratorDecisions.distil(CuratorState.EMPTY, proposals);
        Collections.shuffle(proposals, new Random(7));
        assertThat(CuratorDecisions.distil(CuratorState.EMPTY, proposals)).isEqualTo(expected);
    }

    @Test
    void skills_that_had_no_share_keep_their_standing_in_the_registry() {
        CuratorState state = after(CuratorState.EMPTY, 0.3, List.of(proposal("a", 3), proposal("b", 3)));
        CuratorState next =
                state.apply(new TracesDistilled("d", 1, CuratorDecisions.distil(state, List.of(proposal("b", 4)))));
        SortedMap<String, SkillRef> answers = new TreeMap<>();
        answers.put("b", new SkillRef(new SkillId("b"), 2, 4, 0.5));
        assertThat(CuratorDecisions.conclude(next, "d", answers))
                .isEqualTo(new RegistryUpdated(
                        "d",
                        List.of(new SkillRef(new SkillId("a"), 1, 3, 0.3), new SkillRef(new SkillId("b"), 2, 4, 0.5))));
    }

    @Test
    void a_snapshot_holds_the_registry_and_what_is_pending() {
        CuratorState state = after(CuratorState.EMPTY, 0.3, List.of(proposal("a", 3), proposal("b", 3)));
        CuratorState pending =
                state.apply(new TracesDistilled("d", 1, CuratorDecisions.distil(state, List.of(proposal("b", 4)))));
        assertThat(RoundTrip.of(pending)).isEqualTo(pending);
    }
}
