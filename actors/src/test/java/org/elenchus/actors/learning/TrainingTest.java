package org.elenchus.actors.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.UpdateStatistics;
import org.elenchus.protocol.trace.ChoiceSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
    private static final LearningSettings SETTINGS = Fixtures.settings(AdvantageEstimator.GDPO);

    @Test
    void adam_steps_as_computed_by_hand() {
        Adam adam = new Adam(2, SETTINGS);
        // the first step is the sign of the gradient
        double[] once = adam.step(new double[] {1, 1}, new double[] {2, 0});
        assertThat(once).containsExactly(new double[] {0.95, 1}, within(1e-9));
        // m = 0.28/0.19, v = 0.004996/0.001999
        double[] twice = adam.step(once, new double[] {1, 0});
        assertThat(twice[0]).isCloseTo(0.95 - 0.05 * 0.9321796329149025, within(1e-9));
        assertThat(twice[1]).isEqualTo(1);
    }

    @Test
    void damping_holds_back_what_the_gradient_hardly_tells_of() {
        LearningSettings damped = new LearningSettings(
                AdvantageEstimator.GDPO,
                List.of(1.0, 0.5, 0.25),
                0.05,
                0.2,
                0.2,
                0.01,
                2,
                10,
                Optional.empty(),
                Optional.of(0.03));
        double[] once = new Adam(3, damped).step(new double[3], new double[] {-0.27, 0.01, 0});
        assertThat(once).containsExactly(new double[] {0.05 * 0.9, -0.05 / 4, 0}, within(1e-9));
    }

    /** Two tasks with a right row each; 30 rounds of 8 rollouts. */
    @ParameterizedTest
    @EnumSource(AdvantageEstimator.class)
    void a_bandit_is_learnt(AdvantageEstimator estimator) {
        LearningSettings settings = Fixtures.settings(estimator);
        ChoiceSet five = new ChoiceSet(new int[][] {{0, 5}, {1, 5}, {2, 5}, {3, 5}, {4, 5}});
        Policy policy = new Policy(new double[6]);
        Policy reference = policy;
        for (int round = 0; round < 30; round++) {
            List<Group> groups = new ArrayList<>();
            for (int task = 0; task < 10; task++) {
                SplittableRandom random = new SplittableRandom(1000L * round + task);
                List<Trajectory> rollouts = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Trajectory drawn = Fixtures.drawn("?", policy, List.of(five), 1, new double[3], random);
                    double r = drawn.actions().get(0).chosen() == 3 ? 1 : 0;
                    rollouts.add(new Trajectory("r" + i, drawn.actions(), new double[] {r, r, 1}));
                }
                groups.add(new Group("t" + task, "t" + task, rollouts));
            }
            policy = Training.train(policy, reference, groups, settings).policy();
        }
        assertThat(StrictMath.exp(policy.logProbability(five, new int[] {}, 3))).isGreaterThan(0.9);
        // a feature that every row shares can teach nothing
        assertThat(policy.weights()[5]).isCloseTo(0, within(1e-6));
    }

    @Test
    void groups_without_signal_leave_no_trace() {
        SplittableRandom random = new SplittableRandom(5);
        Policy policy = Fixtures.policy(15, 1, random);
        List<ChoiceSet> sets = List.of(Fixtures.choiceSet(9, 4, 15, random));
        List<Group> teaching = new ArrayList<>();
        for (int g = 0; g < 7; g++) {
            teaching.add(Fixtures.group("t" + g, policy, 6, 3, sets, random));
        }
        List<Group> mixed = new ArrayList<>(teaching);
        Trajectory failed = Fixtures.drawn("f", policy, sets, 3, new double[] {0, 0, 1}, random);
        mixed.add(3, new Group("t3-silent", "t3-silent", List.of(failed, failed, failed)));

        Training.Update with = Training.train(policy, policy, mixed, SETTINGS);
        Training.Update without = Training.train(policy, policy, teaching, SETTINGS);
        assertThat(with.policy().weights()).containsExactly(without.policy().weights());
        assertThat(with.statistics().skipped()).isEqualTo(1);
        assertThat(with.statistics().groups()).isEqualTo(7);
    }

    @Test
    void with_nothing_to_learn_the_policy_stays_bit_for_bit() {
        Policy policy = new Policy(new double[] {0.3, -0.7});
        Policy elsewhere = new Policy(new double[] {5, 5});
        Group silent = Fixtures.rewarded("s", new double[] {0, 0, 1}, new double[] {0, 0, 1});
        Training.Update update = Training.train(policy, elsewhere, List.of(silent), SETTINGS);
        assertThat(update.policy().weights()).containsExactly(0.3, -0.7);
        assertThat(update.statistics()).isEqualTo(new UpdateStatistics(0, 1, 0, 0, 0, 0));
        assertThat(Training.train(policy, elsewhere, List.of(), SETTINGS)
                        .policy()
                        .weights())
                .containsExactly(0.3, -0.7);
    }

    @Property(tries = 40)
    void arrival_order_does_not_change_a_bit_of_the_update(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = Fixtures.policy(25, 1, random);
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < 23; g++) {
            groups.add(Fixtures.group("t" + g, policy, 4, 3, List.of(Fixtures.choiceSet(8, 4, 25, random)), random));
        }
        Training.Update forth = Training.train(policy, policy, groups, SETTINGS);
        Collections.shuffle(groups, new java.util.Random(seed));
        Training.Update back = Training.train(policy, policy, groups, SETTINGS);
        assertThat(back.policy().weights()).containsExactly(forth.policy().weights());
        assertThat(back.statistics()).isEqualTo(forth.statistics());
        assertThat(forth.policy().weights()).isNotEqualTo(policy.weights());
    }

    @Test
    void the_kl_term_holds_the_policy_near_its_reference() {
        SplittableRandom random = new SplittableRandom(9);
        Policy policy = Fixtures.policy(10, 1, random);
        List<ChoiceSet> sets = List.of(Fixtures.choiceSet(9, 4, 10, random));
        List<Group> groups = List.of(Fixtures.group("a", policy, 8, 3, sets, random));
        LearningSettings free = new LearningSettings(
                AdvantageEstimator.GDPO,
                List.of(1.0, 0.5, 0.25),
                0.05,
                5,
                5,
                0,
                40,
                10,
                Optional.empty(),
                Optional.empty());
        LearningSettings held = new LearningSettings(
                AdvantageEstimator.GDPO,
                List.of(1.0, 0.5, 0.25),
                0.05,
                5,
                5,
                5,
                40,
                10,
                Optional.empty(),
                Optional.empty());
        assertThat(Training.train(policy, policy, groups, held).statistics().kl())
                .isLessThan(Training.train(policy, policy, groups, free)
                                .statistics()
                                .kl()
                        / 4);
    }

    @Test
    void every_epoch_sees_every_group_once_and_starts_further_on() {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < 7; g++) {
            groups.add(Fixtures.rewarded("g" + g));
        }
        assertThat(ids(Training.batches(groups, 3, 0))).containsExactly("g0g1g2", "g3g4g5", "g6");
        assertThat(ids(Training.batches(groups, 3, 1))).containsExactly("g2g3g4", "g5g6g0", "g1");
        assertThat(ids(Training.batches(groups, 3, 4))).containsExactly("g1g2g3", "g4g5g6", "g0");
    }

    @Test
    void refuses_settings_that_cannot_train() {
        Policy policy = new Policy(new double[2]);
        LearningSettings none = new LearningSettings(
                AdvantageEstimator.GRPO, List.of(1.0), 0.05, 0.2, 0.2, 0, 0, 10, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> Training.train(policy, policy, List.of(), none))
                .hasMessageContaining("epochs");
        assertThatThrownBy(() -> Training.train(policy, new Policy(new double[3]), List.of(), SETTINGS))
                .hasMessageContaining("reference of 3");
    }

    /** Issue-sized: 60 groups × 8 rollouts × 12 actions over 300 rows of 15 features; far less than a second where nothing else runs. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void a_round_of_sixty_groups_is_quick() {
        SplittableRandom random = new SplittableRandom(1);
        Policy policy = Fixtures.policy(800, 0.5, random);
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < 60; g++) {
            List<ChoiceSet> sets = new ArrayList<>();
            for (int s = 0; s < 6; s++) {
                sets.add(Fixtures.choiceSet(300, 15, 800, random));
            }
            groups.add(Fixtures.group("t" + g, policy, 8, 12, sets, random));
        }
        assertThat(Training.train(policy, policy, groups, SETTINGS).statistics().groups())
                .isGreaterThan(50);
    }

    private static List<String> ids(List<List<Group>> batches) {
        return batches.stream()
                .map(batch -> String.join("", batch.stream().map(Group::id).toList()))
                .toList();
    }
}
