package org.elenchus.actors.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.elenchus.protocol.trace.ChoiceSet;
import org.junit.jupiter.api.Test;

class GroupTest {
    @Test
    void draws_of_old_get_the_log_probabilities_of_another_policy_and_nothing_else_changes() {
        ChoiceSet three = new ChoiceSet(new int[][] {{0}, {1}, {1}});
        Action first = new Action(three, new int[] {}, 0, -9);
        Action second = new Action(three, new int[] {0}, 2, -9);
        Group old = new Group(
                "g", "t", List.of(new Trajectory("g/0", List.of(first, second), new double[] {1, 0.5, 1})), 0.25);

        Group anew = old.asDrawnBy(new Policy(new double[] {StrictMath.log(2), 0}));

        List<Action> actions = anew.trajectories().get(0).actions();
        assertThat(actions.get(0).oldLogProbability()).isCloseTo(StrictMath.log(0.5), within(1e-12));
        assertThat(actions.get(1).oldLogProbability()).isCloseTo(StrictMath.log(0.5), within(1e-12));
        assertThat(actions).extracting(Action::chosen).containsExactly(0, 2);
        assertThat(actions).allMatch(action -> action.set() == three);
        assertThat(anew.solveRate()).isEqualTo(0.25);
        assertThat(anew.trajectories().get(0).rewards()).containsExactly(1, 0.5, 1);
    }
}
