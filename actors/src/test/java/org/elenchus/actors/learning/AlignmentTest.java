package org.elenchus.actors.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.trace.ChoiceSet;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final LearningSettings SETTINGS = Fixtures.settings(AdvantageEstimator.GDPO);
    private static final Policy FLAT = new Policy(new double[] {0, 0});
    private static final ChoiceSet TWO = new ChoiceSet(new int[][] {{0}, {1}});
    private static final DrawKey KEY = DrawKey.of(7, "score", "run");

    /** Four rollouts of one action; those in {@code right} solve the task. */
    private static Group bandit(String id, int[] rows, boolean[] solved) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double r = solved[i] ? 1 : 0;
            trajectories.add(new Trajectory(
                    id + "/" + i,
                    List.of(new Action(TWO, new int[] {}, rows[i], StrictMath.log(0.5))),
                    new double[] {r, r, 1}));
        }
        return new Group(id + "/group", id, trajectories);
    }

    private static final Group FIRST_HELPS =
            bandit("x", new int[] {0, 0, 1, 1}, new boolean[] {true, true, false, false});
    private static final Group SECOND_HELPS =
            bandit("y", new int[] {0, 1, 1, 1}, new boolean[] {false, true, true, true});
    private static final Group SILENT = bandit("z", new int[] {0, 1, 0, 1}, new boolean[] {true, true, true, true});

    @Test
    void the_policy_gradient_is_the_one_computed_by_hand() {
        // r1 = r2 = (1,1,0,0): s = 0.57735; Â = ±1.5·0.5/0.57745; each action's ∇log π = ±(½, −½), all in agreement
        double expected = 0.5 * 1.5 * 0.5 / (StrictMath.sqrt(1.0 / 3) + 1e-4);
        assertThat(PolicyGradient.of(FLAT, FIRST_HELPS, SETTINGS))
                .containsExactly(new double[] {expected, -expected}, within(1e-12));
        assertThat(PolicyGradient.of(FLAT, SILENT, SETTINGS)).containsExactly(0, 0);
    }

    @Test
    void the_policy_gradient_is_the_derivative_of_the_weighted_log_likelihood() {
        SplittableRandom random = new SplittableRandom(11);
        Policy policy = Fixtures.policy(10, 1, random);
        Group group = Fixtures.group("g", policy, 6, 5, List.of(Fixtures.choiceSet(8, 3, 10, random)), random);
        double[] advantages = Advantages.ofGroup(group, SETTINGS);
        double[] numeric = Fixtures.numericGradient(policy.weights(), w -> {
            double sum = 0;
            for (int i = 0; i < advantages.length; i++) {
                for (Action a : group.trajectories().get(i).actions()) {
                    sum += advantages[i] / 6 / 5 * new Policy(w).logProbability(a.set(), a.excluded(), a.chosen());
                }
            }
            return sum;
        });
        assertThat(PolicyGradient.of(policy, group, SETTINGS)).containsExactly(numeric, within(1e-7));
    }

    @Test
    void a_silent_task_shortens_the_anchor_but_does_not_turn_it() {
        double[] g = {3, 4};
        double[] anchor = Alignment.anchor(List.of(g, new double[] {0, 0}));
        assertThat(anchor).containsExactly(1.5, 2);
        assertThat(Alignment.cosine(g, anchor)).isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> Alignment.anchor(List.of())).hasMessageContaining("at least one");
    }

    @Test
    void the_cosine_of_nothing_is_zero() {
        assertThat(Alignment.cosine(new double[] {0, 0}, new double[] {1, 2})).isZero();
        assertThat(Alignment.cosine(new double[] {1, 2}, new double[] {0, 0})).isZero();
        assertThat(Alignment.cosine(new double[] {3, 4}, new double[] {4, 3})).isCloseTo(0.96, within(1e-12));
        assertThat(Alignment.cosine(new double[] {1, 0}, new double[] {0, 5})).isZero();
    }

    @Property
    void a_cosine_lies_between_minus_one_and_one_and_ignores_scale(
            @ForAll @Size(5) List<@DoubleRange(min = -1e3, max = 1e3) Double> a,
            @ForAll @Size(5) List<@DoubleRange(min = -1e3, max = 1e3) Double> b) {
        double[] left = a.stream().mapToDouble(Double::doubleValue).toArray();
        double[] right = b.stream().mapToDouble(Double::doubleValue).toArray();
        double cosine = Alignment.cosine(left, right);
        assertThat(cosine).isBetween(-1.0, 1.0);
        assertThat(Alignment.cosine(right, left)).isEqualTo(cosine);
        if (Vectors.norm(left) > 1e-3) {
            assertThat(Alignment.cosine(left, left)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void scores_come_by_task_id_with_cosines_against_the_anchor() {
        Scoring.Scored scored = Scoring.score(
                FLAT,
                List.of(FIRST_HELPS),
                List.of(SILENT, SECOND_HELPS, FIRST_HELPS),
                GeneratorReward.ALIGNMENT,
                SETTINGS,
                KEY);
        assertThat(scored.anchorNorm()).isEqualTo(Vectors.norm(PolicyGradient.of(FLAT, FIRST_HELPS, SETTINGS)));
        assertThat(scored.scores()).extracting(TaskScore::taskId).containsExactly("x", "y", "z");
        assertThat(scored.scores().get(0).cosine()).isCloseTo(1, within(1e-12));
        assertThat(scored.scores().get(1).cosine()).isCloseTo(-1, within(1e-12));
        assertThat(scored.scores().get(2)).isEqualTo(new TaskScore("z", 0, 0, 1, 0));
        assertThat(scored.scores()).allSatisfy(s -> assertThat(s.reward()).isEqualTo(s.cosine()));
    }

    @Test
    void every_reward_is_the_one_of_the_paper() {
        // y is solved by 3 of 4 rollouts
        assertThat(rewardOf(GeneratorReward.HARDNESS)).isEqualTo(0.25);
        assertThat(rewardOf(GeneratorReward.UNCERTAINTY)).isEqualTo(0.5);
        assertThat(rewardOf(GeneratorReward.VARIANCE)).isEqualTo(0.75);
        assertThat(rewardOf(GeneratorReward.CONSTANT)).isEqualTo(1);
        assertThat(rewardOf(GeneratorReward.HYBRID)).isEqualTo(rewardOf(GeneratorReward.ALIGNMENT) + 0.75 * 0.25);
        assertThat(rewardOf(GeneratorReward.RANDOM))
                .isEqualTo(KEY.at("y").generator().nextDouble())
                .isBetween(0.0, 1.0);
    }

    @Test
    void arrival_order_does_not_change_a_bit_of_the_scores() {
        SplittableRandom random = new SplittableRandom(3);
        Policy policy = Fixtures.policy(20, 1, random);
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < 9; g++) {
            groups.add(Fixtures.group("t" + g, policy, 6, 4, List.of(Fixtures.choiceSet(12, 4, 20, random)), random));
        }
        Scoring.Scored forth = score(policy, groups);
        Collections.reverse(groups);
        assertThat(score(policy, groups)).isEqualTo(forth);
    }

    @Test
    void without_an_anchor_every_cosine_is_zero() {
        Scoring.Scored scored =
                Scoring.score(FLAT, List.of(), List.of(FIRST_HELPS), GeneratorReward.ALIGNMENT, SETTINGS, KEY);
        assertThat(scored.anchorNorm()).isZero();
        assertThat(scored.scores().get(0).cosine()).isZero();
    }

    private static Scoring.Scored score(Policy policy, List<Group> groups) {
        return Scoring.score(policy, groups, groups, GeneratorReward.RANDOM, SETTINGS, KEY);
    }

    private static double rewardOf(GeneratorReward reward) {
        return Scoring.score(FLAT, List.of(FIRST_HELPS), List.of(SECOND_HELPS), reward, SETTINGS, KEY)
                .scores()
                .get(0)
                .reward();
    }
}
