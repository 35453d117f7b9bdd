package org.elenchus.actors.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.Credit;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.ProposalGroup;
import org.elenchus.protocol.trace.RewardVector;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Digest DIGEST = Digest.of("d");
    private static final ChoiceSet PLACES = new ChoiceSet(new int[][] {{0}, {1}});
    private static final ChoiceSet EDITS = new ChoiceSet(new int[][] {{0}, {1}, {2}});

    @Test
    void localise_and_edit_choices_become_actions_in_order() {
        Trace trace = new Trace(
                "g/0",
                "task-1",
                List.of(
                        new Step.Inspect(List.of(), List.of(), 4),
                        new Step.Localise(new Choice(0, 1, List.of(), -0.7), "A.java", 3, "call"),
                        new Step.Edit(
                                new Choice(1, 2, List.of(0), -1.1),
                                "swap",
                                "call",
                                new TextEdit("A.java", 0, "a", "b")),
                        new Step.Compile(true, List.of()),
                        new Step.Test(1, 0, "1 passed", true),
                        new Step.Submit(Patch.EMPTY)),
                new RewardVector(1, 1, 0.5));
        TraceGroup stored = new TraceGroup("g", DIGEST, DIGEST, List.of(trace, trace), List.of(PLACES, EDITS));
        Group group = Groups.of(ProtocolJson.read(ProtocolJson.write(stored), TraceGroup.class), Credit.ROLLOUT);

        assertThat(group.id()).isEqualTo("g");
        assertThat(group.taskId()).isEqualTo("task-1");
        Trajectory first = group.trajectories().get(0);
        assertThat(first.rewards()).containsExactly(1, 1, 0.5);
        assertThat(first.actions()).extracting(Action::chosen).containsExactly(1, 2);
        assertThat(first.actions()).extracting(Action::oldLogProbability).containsExactly(-0.7, -1.1);
        assertThat(first.actions().get(1).excluded()).containsExactly(0);
        assertThat(first.actions().get(0).set())
                .as("rollouts share their choice sets")
                .isSameAs(group.trajectories().get(1).actions().get(0).set());
    }

    private static List<Step> attempt(int place, int edit, Step... came) {
        List<Step> steps = new ArrayList<>(List.of(
                new Step.Localise(new Choice(0, place, List.of(), -0.7), "A.java", 3, "call"),
                new Step.Edit(
                        new Choice(1, edit, List.of(), -1.1), "swap", "call", new TextEdit("A.java", 0, "a", "b"))));
        steps.addAll(List.of(came));
        return steps;
    }

    @Test
    void credited_by_attempt_each_edit_has_what_it_came_to_and_the_solve_rate_stays_that_of_rollouts() {
        List<Step> steps = new ArrayList<>();
        steps.addAll(attempt(0, 0, new Step.Compile(false, List.of("no"))));
        steps.addAll(attempt(1, 1, new Step.Compile(true, List.of()), new Step.Test(1, 2, "1 of 3 pass", true)));
        steps.addAll(attempt(1, 0, new Step.Compile(true, List.of()), new Step.Test(0, 2, "0 of 2 pass", false)));
        steps.add(new Step.Localise(new Choice(0, 0, List.of(), -0.7), "A.java", 3, "nothing to edit"));
        steps.addAll(attempt(0, 2, new Step.Compile(true, List.of()), new Step.Test(2, 0, "2 of 2 pass", true)));
        steps.add(new Step.Submit(Patch.EMPTY));
        Trace trace = new Trace("g/0", "task-1", steps, new RewardVector(1, 1, 0.5));
        Trace failed = new Trace("g/1", "task-1", List.of(), new RewardVector(0, 0, 1));

        Group group = Groups.of(
                new TraceGroup("g", DIGEST, DIGEST, List.of(trace, failed), List.of(PLACES, EDITS)), Credit.ATTEMPT);

        assertThat(group.trajectories())
                .extracting(attempt -> attempt.rewards().clone())
                .containsExactly(
                        new double[] {0, 0, 1},
                        new double[] {1, 1.0 / 3, 0.5},
                        new double[] {0, 0, 1},
                        new double[] {0, 0, 1},
                        new double[] {1, 1, 0.5});
        assertThat(group.trajectories())
                .extracting(attempt -> attempt.actions().size())
                .containsExactly(2, 2, 2, 1, 2);
        assertThat(group.trajectories()).extracting(Trajectory::id).doesNotHaveDuplicates();
        assertThat(group.solveRate()).isEqualTo(0.5);
    }

    @Test
    void candidates_become_trajectories_with_one_reward_and_zero_where_unscored() {
        ProposalGroup proposals = new ProposalGroup(
                "p",
                DIGEST,
                List.of("p/00", "p/01"),
                List.of(List.of(new Choice(0, 0, List.of(), -0.7)), List.of(new Choice(0, 1, List.of(0), 0))),
                List.of(PLACES));
        Group group = Groups.of(proposals, Map.of("p/00", 0.25));
        assertThat(group.component(0)).containsExactly(0.25, 0);
        assertThat(group.trajectories()).extracting(Trajectory::id).containsExactly("p/00", "p/01");
    }

    @Test
    void a_group_without_traces_or_with_a_choice_out_of_nowhere_is_refused() {
        assertThatThrownBy(() -> Groups.of(new TraceGroup("g", DIGEST, DIGEST, List.of(), List.of()), Credit.ROLLOUT))
                .hasMessageContaining("no traces");
        ProposalGroup broken = new ProposalGroup(
                "p", DIGEST, List.of("p/00"), List.of(List.of(new Choice(0, 7, List.of(), -1))), List.of(PLACES));
        assertThatThrownBy(() -> Groups.of(broken, Map.of())).hasMessageContaining("row 7");
    }
}
