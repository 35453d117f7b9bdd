package org.elenchus.actors.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;
import org.junit.jupiter.api.Test;

class AdvantagesTest {
    private static final LearningSettings GDPO = Fixtures.settings(AdvantageEstimator.GDPO);
    private static final LearningSettings GRPO = Fixtures.settings(AdvantageEstimator.GRPO);
    private static final Offset<Double> TIGHT = within(1e-12);

    /** r³ does not vary. */
    private static final Group A = Fixtures.rewarded(
            "a", new double[] {1, 1, 1}, new double[] {0, 0.5, 1}, new double[] {0, 0, 1}, new double[] {0, 0, 1});

    private static final Group B = Fixtures.rewarded(
            "b", new double[] {1, 1, 1}, new double[] {1, 1, 0.5}, new double[] {0, 0.25, 1}, new double[] {0, 0, 1});

    private static final Group SILENT =
            Fixtures.rewarded("s", new double[] {0, 0.1, 0.7}, new double[] {0, 0.1, 0.7}, new double[] {0, 0.1, 0.7});

    @Test
    void gdpo_normalises_each_component_alone_as_computed_by_hand() {
        // r1: mean 0.25, s 0.5 -> 0.75/0.5001, -0.25/0.5001; r2: mean 0.375, s 0.478714; r3 contributes 0
        assertThat(Advantages.ofGroup(A, GDPO))
                .containsExactly(
                        new double[] {2.152354934664991, -0.3693690450606031, -0.891492944802194, -0.891492944802194},
                        TIGHT);
        assertThat(Advantages.ofGroup(B, GDPO))
                .containsExactly(
                        new double[] {1.415180456600829, 0.9153803766328161, -1.04403612894593, -1.2865247042877153},
                        TIGHT);
    }

    @Test
    void gdpo_normalises_the_sums_over_the_batch_as_computed_by_hand() {
        List<double[]> batch = Advantages.ofBatch(List.of(A, B), GDPO);
        assertThat(batch.get(0))
                .containsExactly(
                        new double[] {1.6475838147358266, -0.28274447234744754, -0.6824196711941896, -0.6824196711941896
                        },
                        TIGHT);
        assertThat(batch.get(1))
                .containsExactly(
                        new double[] {1.0832917831876532, 0.7007050131821104, -0.7991883682133011, -0.9848084281564624},
                        TIGHT);
    }

    @Test
    void grpo_normalises_the_weighted_sum_as_computed_by_hand() {
        // R = 1.75, 0.5, 0.25, 0.25: mean 0.6875, s 0.718070
        double[] expected = {1.4794540437098131, -0.26108012536055525, -0.609186959174629, -0.609186959174629};
        assertThat(Advantages.ofGroup(A, GRPO)).containsExactly(expected, TIGHT);
        assertThat(Advantages.ofBatch(List.of(A, B), GRPO).get(0)).containsExactly(expected, TIGHT);
    }

    @Test
    void a_group_without_signal_gets_exact_zeros_and_is_not_revived_by_the_batch() {
        List<double[]> with = Advantages.ofBatch(List.of(A, SILENT, B), GDPO);
        List<double[]> without = Advantages.ofBatch(List.of(A, B), GDPO);
        assertThat(with.get(1)).containsExactly(0, 0, 0);
        assertThat(with.get(0)).containsExactly(without.get(0));
        assertThat(with.get(2)).containsExactly(without.get(1));
        assertThat(Advantages.hasSignal(SILENT, GDPO)).isFalse();
        assertThat(Advantages.hasSignal(A, GDPO)).isTrue();
    }

    @Test
    void a_lone_trajectory_and_an_empty_group_have_no_advantage() {
        assertThat(Advantages.ofGroup(Fixtures.rewarded("one", new double[] {1, 1, 1}), GDPO))
                .containsExactly(0);
        assertThat(Advantages.ofGroup(Fixtures.rewarded("none"), GRPO)).isEmpty();
    }

    @Test
    void a_difference_of_rounding_is_no_variance() {
        Group rounded = Fixtures.rewarded("r", new double[] {0.1 + 0.2}, new double[] {0.3});
        assertThat(Advantages.hasSignal(rounded, GRPO)).isFalse();
    }

    @Test
    void a_single_component_is_group_relative_whatever_the_estimator_and_its_weight() {
        Group generator = Fixtures.rewarded("g", new double[] {0.5}, new double[] {-0.1}, new double[] {0});
        LearningSettings muted = new LearningSettings(
                AdvantageEstimator.GDPO,
                List.of(0.0, 1.0, 1.0),
                0.05,
                0.2,
                0.2,
                0,
                1,
                1,
                Optional.empty(),
                Optional.empty());
        assertThat(Advantages.ofBatch(List.of(generator), muted).get(0))
                .containsExactly(Advantages.ofGroup(generator, GRPO));
        assertThat(Advantages.hasSignal(generator, muted)).isTrue();
    }

    @Test
    void a_component_of_weight_zero_gives_no_signal() {
        LearningSettings onlyFirst = new LearningSettings(
                AdvantageEstimator.GDPO,
                List.of(1.0, 0.0, 0.0),
                0.05,
                0.2,
                0.2,
                0,
                1,
                1,
                Optional.empty(),
                Optional.empty());
        Group partial = Fixtures.rewarded("p", new double[] {0, 0.5, 1}, new double[] {0, 0, 0});
        assertThat(Advantages.hasSignal(partial, onlyFirst)).isFalse();
    }

    @Test
    void refuses_more_components_than_weights_and_rewards_that_are_not_numbers() {
        Group four = Fixtures.rewarded("f", new double[] {0, 0, 0, 1}, new double[] {0, 0, 0, 0});
        assertThatThrownBy(() -> Advantages.ofGroup(four, GDPO)).hasMessageContaining("4 reward components");
        assertThatThrownBy(() -> Fixtures.rewarded("n", new double[] {Double.NaN}))
                .hasMessageContaining("not finite");
    }

    @Property
    void a_shift_of_any_component_changes_nothing(
            @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 4) Integer> quarters,
            @ForAll @DoubleRange(min = -3, max = 3) double shift,
            @ForAll AdvantageEstimator estimator) {
        LearningSettings settings = Fixtures.settings(estimator);
        double[] plain = Advantages.ofGroup(threeComponents(quarters, 0), settings);
        double[] shifted = Advantages.ofGroup(threeComponents(quarters, shift), settings);
        assertThat(shifted).containsExactly(plain, within(1e-6));
    }

    @Property
    void advantages_of_a_group_sum_to_zero_and_follow_a_permutation(
            @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 4) Integer> quarters,
            @ForAll long seed,
            @ForAll AdvantageEstimator estimator) {
        LearningSettings settings = Fixtures.settings(estimator);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < quarters.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        double[] plain = Advantages.ofGroup(threeComponents(quarters, 0), settings);
        double[] permuted = Advantages.ofGroup(
                threeComponents(order.stream().map(quarters::get).toList(), 0), settings);
        assertThat(Arrays.stream(plain).sum()).isCloseTo(0, within(1e-9));
        for (int i = 0; i < plain.length; i++) {
            assertThat(permuted[i]).isCloseTo(plain[order.get(i)], within(1e-9));
        }
    }

    @Property
    void what_does_not_vary_is_exactly_zero(
            @ForAll @DoubleRange(min = 0, max = 1) double reward,
            @ForAll @IntRange(min = 1, max = 16) int k,
            @ForAll AdvantageEstimator estimator) {
        double[][] same = new double[k][];
        Arrays.setAll(same, i -> new double[] {reward, reward / 3, 1 - reward});
        assertThat(Advantages.ofBatch(List.of(Fixtures.rewarded("z", same)), Fixtures.settings(estimator))
                        .get(0))
                .containsOnly(0.0);
    }

    @Property
    void a_batch_is_centred_with_unit_deviation(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int groups) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Group> batch = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            double[][] rewards = new double[8][];
            Arrays.setAll(rewards, i -> new double[] {random.nextInt(2), random.nextDouble(), random.nextDouble()});
            batch.add(Fixtures.rewarded("g" + g, rewards));
        }
        double[] all = Advantages.ofBatch(batch, GDPO).stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertThat(Vectors.mean(all)).isCloseTo(0, within(1e-9));
        assertThat(Vectors.sampleDeviation(all)).isCloseTo(1, within(1e-3));
    }

    private static Group threeComponents(List<Integer> quarters, double shift) {
        double[][] rewards = new double[quarters.size()][];
        Arrays.setAll(rewards, i -> {
            int q = quarters.get(i);
            return new double[] {q == 4 ? 1 : 0, q / 4.0 + shift, (q % 2) / 2.0 + shift};
        });
        return Fixtures.rewarded("t", rewards);
    }
}
