package org.elenchus.actors.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.trace.ChoiceSet;
import org.junit.jupiter.api.Test;

class SurrogateTest {
    private static final Offset<Double> TIGHT = within(1e-12);
    private static final Policy FLAT = new Policy(new double[] {0, 0});
    private static final ChoiceSet TWO = new ChoiceSet(new int[][] {{0}, {1}});

    private static LearningSettings settings(double klWeight) {
        return new LearningSettings(
                AdvantageEstimator.GDPO,
                List.of(1.0, 0.5, 0.25),
                0.05,
                0.2,
                0.3,
                klWeight,
                1,
                10,
                Optional.empty(),
                Optional.empty());
    }

    private static Surrogate surrogate(double klWeight) {
        return new Surrogate(FLAT, settings(klWeight));
    }

    @Test
    void the_clip_holds_back_only_what_goes_too_far_in_the_good_direction() {
        Surrogate surrogate = surrogate(0);
        double half = StrictMath.log(0.5);
        double twice = StrictMath.log(2);
        // within: value −ρÂ, derivative −ρÂ
        assertTerm(surrogate.clippedTerm(0, 2), -2, -2);
        assertTerm(surrogate.clippedTerm(StrictMath.log(1.1), 2), -2.2, -2.2);
        // beyond 1.3 with Â > 0, below 0.8 with Â < 0: held and flat
        assertTerm(surrogate.clippedTerm(twice, 2), -2.6, 0);
        assertTerm(surrogate.clippedTerm(half, -2), 1.6, 0);
        // the wrong way: not held
        assertTerm(surrogate.clippedTerm(half, 2), -1, -1);
        assertTerm(surrogate.clippedTerm(twice, -2), 4, 4);
    }

    @Test
    void k3_is_the_one_computed_by_hand_and_flat_where_clamped() {
        // d = ln 2: 2 − ln 2 − 1; derivative with respect to log π is 1 − exp(d)
        assertTerm(Surrogate.k3(StrictMath.log(2)), 1 - StrictMath.log(2), -1);
        assertTerm(Surrogate.k3(StrictMath.log(0.5)), -0.5 + StrictMath.log(2), 0.5);
        assertTerm(Surrogate.k3(0), 0, 0);
        assertTerm(Surrogate.k3(25), StrictMath.exp(10) - 11, 0);
        assertTerm(Surrogate.k3(-25), StrictMath.exp(-10) + 9, 0);
    }

    @Test
    void the_loss_is_a_mean_over_actions_then_over_trajectories() {
        // π uniform: log π = −ln 2. First trajectory: ρ = 1 and ρ = 0.5/0.4; second: one action, ρ = 1
        Action even = new Action(TWO, new int[] {}, 0, StrictMath.log(0.5));
        Action risen = new Action(TWO, new int[] {}, 1, StrictMath.log(0.4));
        List<Trajectory> trajectories = List.of(
                new Trajectory("a", List.of(even, risen), new double[] {1}),
                new Trajectory("b", List.of(even), new double[] {0}));
        Surrogate.Loss loss = surrogate(0).of(FLAT, trajectories, new double[] {1, -3});
        // −½·(½·(1 + 1.25)) + ½·3; ∇log π(0) = (½, −½)
        assertThat(loss.value()).isCloseTo(0.9375, TIGHT);
        // action weights: −¼·1 on row 0, −¼·1.25 on row 1, +½·3 on row 0
        double expected = 0.5 * (-0.25 + 0.25 * 1.25 + 1.5);
        assertThat(loss.gradient()).containsExactly(new double[] {expected, -expected}, TIGHT);
        assertThat(loss.actions()).isEqualTo(3);
        assertThat(loss.clipFraction()).isZero();
        assertThat(loss.meanK3()).isZero();
    }

    @Test
    void statistics_count_what_was_held_back() {
        Action doubled = new Action(TWO, new int[] {}, 0, StrictMath.log(0.25));
        List<Trajectory> trajectories = List.of(
                new Trajectory("a", List.of(doubled), new double[] {1}),
                new Trajectory("b", List.of(doubled), new double[] {0}));
        Surrogate.Loss loss = surrogate(0).of(FLAT, trajectories, new double[] {1, -1});
        assertThat(loss.clipFraction()).isEqualTo(0.5);
    }

    @Test
    void a_ratio_beyond_all_measure_stays_finite() {
        Action unlikely = new Action(TWO, new int[] {}, 0, -2000);
        Surrogate.Loss loss = surrogate(1)
                .of(FLAT, List.of(new Trajectory("a", List.of(unlikely), new double[] {0})), new double[] {-1});
        assertThat(loss.value()).isFinite();
        assertThat(loss.gradient()).containsExactly(0, 0);
    }

    @Test
    void a_trajectory_without_actions_counts_but_says_nothing() {
        Action even = new Action(TWO, new int[] {}, 0, StrictMath.log(0.5));
        List<Trajectory> trajectories = List.of(
                new Trajectory("a", List.of(even), new double[] {1}), new Trajectory("b", List.of(), new double[] {0}));
        assertThat(surrogate(0).of(FLAT, trajectories, new double[] {1, -1}).value())
                .isCloseTo(-0.5, TIGHT);
    }

    @Property(tries = 300)
    void the_gradient_agrees_with_finite_differences_in_every_regime(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.6) double drift) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy old = Fixtures.policy(10, 1, random);
        Policy reference = Fixtures.policy(10, random.nextBoolean() ? 1 : 12, random);
        List<ChoiceSet> sets = List.of(Fixtures.choiceSet(6, 3, 10, random), Fixtures.choiceSet(9, 3, 10, random));
        Group group = Fixtures.group("g", old, 5, 4, sets, random);
        double[] advantages = random.doubles(5, -2, 2).toArray();
        double[] theta = old.weights();
        for (int i = 0; i < theta.length; i++) {
            theta[i] += drift * (2 * random.nextDouble() - 1);
        }
        Surrogate surrogate = new Surrogate(reference, settings(0.3));
        Assume.that(awayFromKinks(group, new Policy(theta), reference));
        double[] numeric = Fixtures.numericGradient(
                theta,
                w -> surrogate
                        .of(new Policy(w), group.trajectories(), advantages)
                        .value());
        double[] exact = surrogate
                .of(new Policy(theta), group.trajectories(), advantages)
                .gradient();
        double scale = 1 + Vectors.norm(exact);
        for (int i = 0; i < exact.length; i++) {
            assertThat(exact[i]).isCloseTo(numeric[i], within(1e-6 * scale));
        }
    }

    private static boolean awayFromKinks(Group group, Policy policy, Policy reference) {
        List<Double> distances = new ArrayList<>();
        for (Trajectory trajectory : group.trajectories()) {
            for (Action action : trajectory.actions()) {
                double log = policy.logProbability(action.set(), action.excluded(), action.chosen());
                double ratio = StrictMath.exp(log - action.oldLogProbability());
                double d = reference.logProbability(action.set(), action.excluded(), action.chosen()) - log;
                distances.add(Math.abs(ratio - 0.8));
                distances.add(Math.abs(ratio - 1.3));
                distances.add(Math.abs(Math.abs(d) - Surrogate.KL_LIMIT));
            }
        }
        return distances.stream().allMatch(distance -> distance > 1e-4);
    }

    private static void assertTerm(Surrogate.Term term, double value, double derivative) {
        assertThat(term.value()).isCloseTo(value, within(1e-9));
        assertThat(term.derivative()).isCloseTo(derivative, within(1e-9));
    }
}
