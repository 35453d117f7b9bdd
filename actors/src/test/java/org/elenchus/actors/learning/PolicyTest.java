package org.elenchus.actors.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.elenchus.protocol.trace.ChoiceSet;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Offset<Double> TIGHT = within(1e-12);
    private static final int[] NONE = {};

    /** Rows weigh 2, 3 and 6. */
    private static final ChoiceSet SET = new ChoiceSet(new int[][] {{0}, {1}, {0, 1}});

    private static final Policy POLICY = new Policy(new double[] {StrictMath.log(2), StrictMath.log(3)});

    @Test
    void probabilities_are_those_computed_by_hand() {
        double[] log = POLICY.logProbabilities(SET, NONE);
        assertThat(StrictMath.exp(log[0])).isCloseTo(2.0 / 11, TIGHT);
        assertThat(StrictMath.exp(log[1])).isCloseTo(3.0 / 11, TIGHT);
        assertThat(StrictMath.exp(log[2])).isCloseTo(6.0 / 11, TIGHT);
        assertThat(POLICY.logProbability(SET, new int[] {2}, 1)).isCloseTo(StrictMath.log(0.6), TIGHT);
    }

    @Test
    void the_score_gradient_is_the_one_computed_by_hand() {
        // E[φ] = (2/11 + 6/11, 3/11 + 6/11)
        assertThat(POLICY.scoreGradient(SET, NONE, 0)).containsExactly(new double[] {3.0 / 11, -9.0 / 11}, TIGHT);
        assertThat(POLICY.scoreGradient(SET, new int[] {2}, 1)).containsExactly(new double[] {-0.4, 0.4}, TIGHT);
    }

    @Test
    void rows_are_drawn_as_often_as_they_are_likely() {
        int draws = 22_000;
        int[] drawn = new int[3];
        SplittableRandom noise = new SplittableRandom(1);
        for (int i = 0; i < draws; i++) {
            drawn[Policy.draw(POLICY.logProbabilities(SET, NONE), noise)]++;
        }
        // Four standard deviations of the likeliest are 296.
        assertThat(drawn[0]).isCloseTo(4000, within(300));
        assertThat(drawn[1]).isCloseTo(6000, within(300));
        assertThat(drawn[2]).isCloseTo(12_000, within(300));
    }

    @Test
    void drawn_again_from_the_same_noise_what_is_left_is_drawn_as_often_as_it_is_likely() {
        int draws = 11_000;
        int[] afterTheThird = new int[3];
        for (int i = 0; i < draws; i++) {
            int first = Policy.draw(POLICY.logProbabilities(SET, NONE), new SplittableRandom(i));
            int second = Policy.draw(POLICY.logProbabilities(SET, new int[] {first}), new SplittableRandom(i));
            assertThat(second).isNotEqualTo(first);
            if (first == 2) {
                afterTheThird[second]++;
            }
        }
        assertThat(afterTheThird[1]).isCloseTo((afterTheThird[0] + afterTheThird[1]) * 3 / 5, within(150));
    }

    @Test
    void policies_that_are_alike_draw_alike_from_the_same_noise() {
        ChoiceSet wide = new ChoiceSet(
                IntStream.range(0, 100).mapToObj(i -> new int[] {i}).toArray(int[][]::new));
        double[] weights = new double[100];
        Policy base = new Policy(weights.clone());
        weights[0] = 1;
        Policy other = new Policy(weights);
        int alike = 0;
        for (int i = 0; i < 1000; i++) {
            int drawn = Policy.draw(base.logProbabilities(wide, NONE), new SplittableRandom(i));
            int again = Policy.draw(other.logProbabilities(wide, NONE), new SplittableRandom(i));
            assertThat(again).as("a row that became less likely replaces none").isIn(drawn, 0);
            alike += drawn == again ? 1 : 0;
        }
        assertThat(alike).as("they differ by 1.7 in a hundred").isGreaterThan(960);
    }

    @Test
    void a_forced_choice_has_no_gradient() {
        assertThat(POLICY.logProbability(SET, new int[] {0, 2}, 1)).isEqualTo(0.0);
        assertThat(POLICY.scoreGradient(SET, new int[] {0, 2}, 1)).containsExactly(0, 0);
    }

    @Test
    void extreme_weights_neither_overflow_nor_vanish() {
        Policy steep = new Policy(new double[] {900, -900});
        ChoiceSet set = new ChoiceSet(new int[][] {{0}, {1}, {1}});
        assertThat(steep.logProbability(set, new int[] {0}, 1)).isCloseTo(StrictMath.log(0.5), TIGHT);
        assertThat(steep.scoreGradient(set, new int[] {0}, 1)).containsExactly(new double[] {0, 0}, TIGHT);
        assertThat(steep.logProbability(set, NONE, 1)).isCloseTo(-1800, within(1e-9));
    }

    @Test
    void refuses_weights_that_are_not_numbers_and_choices_out_of_nothing() {
        assertThatThrownBy(() -> new Policy(new double[] {Double.NaN})).hasMessageContaining("finite");
        assertThatThrownBy(() -> POLICY.logProbabilities(SET, new int[] {0, 1, 2}))
                .hasMessageContaining("nothing to choose from");
        assertThatThrownBy(() -> POLICY.logProbabilities(new ChoiceSet(new int[0][]), NONE))
                .hasMessageContaining("nothing to choose from");
        assertThatThrownBy(() -> new Action(SET, new int[] {1}, 1, -1)).hasMessageContaining("excluded row 1");
    }

    @Property
    void probabilities_sum_to_one_and_excluded_rows_have_none(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = Fixtures.policy(20, 8, random);
        ChoiceSet set = Fixtures.choiceSet(rows, 4, 20, random);
        int[] excluded =
                random.ints(0, rows).distinct().limit(rows / 2).sorted().toArray();
        double sum = 0;
        double[] log = policy.logProbabilities(set, excluded);
        for (double value : log) {
            sum += StrictMath.exp(value);
        }
        assertThat(sum).isCloseTo(1, TIGHT);
        for (int row : excluded) {
            assertThat(log[row]).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @Property(tries = 200)
    void the_score_gradient_agrees_with_finite_differences(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = Fixtures.policy(12, 2, random);
        Action action = Fixtures.drawn(
                        "t", policy, List.of(Fixtures.choiceSet(rows, 3, 12, random)), 2, new double[] {0}, random)
                .actions()
                .get(1);
        double[] numeric = Fixtures.numericGradient(
                policy.weights(), w -> new Policy(w).logProbability(action.set(), action.excluded(), action.chosen()));
        assertThat(policy.scoreGradient(action.set(), action.excluded(), action.chosen()))
                .containsExactly(numeric, within(1e-7));
    }

    @Property(tries = 200)
    void a_pass_gives_bit_for_bit_the_log_probabilities_of_the_draw(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 30) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = Fixtures.policy(12, 6, random);
        Trajectory trajectory = Fixtures.drawn(
                "t",
                policy,
                List.of(Fixtures.choiceSet(rows, 3, 12, random), Fixtures.choiceSet(rows, 2, 12, random)),
                5,
                new double[] {0},
                random);
        PolicyPass pass = new PolicyPass(policy);
        for (Action action : trajectory.actions()) {
            assertThat(pass.at(action).logProbability()).isEqualTo(action.oldLogProbability());
        }
    }
}
