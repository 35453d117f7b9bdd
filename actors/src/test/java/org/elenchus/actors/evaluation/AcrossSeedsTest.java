package org.elenchus.actors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;
import org.junit.jupiter.api.Test;

class AcrossSeedsTest {
    private static final DrawKey KEY = DrawKey.of(0, "experiment", "rate", "3");

    /** Two rollouts a task. */
    private static List<Tally> seed(int... solved) {
        return IntStream.range(0, solved.length)
                .mapToObj(task -> new Tally("t" + task, solved[task], 2))
                .toList();
    }

    @Test
    void every_seed_weighs_the_same_however_many_tasks_it_has() {
        Estimate rate = AcrossSeeds.rate(List.of(seed(2, 2, 2, 2, 2, 2), seed(0, 0)), KEY)
                .orElseThrow();

        assertThat(rate.value()).isEqualTo(0.5);
        assertThat(rate.low()).as("both seeds drawn may be the bad one").isZero();
        assertThat(rate.high()).isEqualTo(1);
    }

    @Test
    void one_seed_is_resampled_by_its_tasks_alone() {
        Estimate rate =
                AcrossSeeds.rate(List.of(seed(2, 0, 2, 0, 2, 0, 1, 1)), KEY).orElseThrow();

        assertThat(rate.value()).isEqualTo(0.5);
        assertThat(rate.low()).isBetween(0.1, 0.4);
        assertThat(rate.high()).isBetween(0.6, 0.9);
    }

    @Test
    void a_difference_is_paired_so_what_is_common_cancels_out() {
        Estimate difference = AcrossSeeds.difference(
                        List.of(seed(0, 1, 0), seed(1, 1, 1)), List.of(seed(1, 2, 1), seed(2, 2, 2)), KEY)
                .orElseThrow();

        assertThat(difference.value()).isCloseTo(0.5, within(1e-12));
        assertThat(difference.low()).isCloseTo(0.5, within(1e-12));
        assertThat(difference.high()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void more_seeds_narrow_the_interval_where_each_has_tasks_of_its_own() {
        assertThat(width(40, true)).isLessThan(width(4, true) / 2);
    }

    @Test
    void more_seeds_say_nothing_new_about_tasks_that_all_of_them_share() {
        assertThat(width(40, false)).isGreaterThan(width(4, false) * 0.8);
    }

    /** Of the interval, where tasks differ and seeds do not. */
    private static double width(int seeds, boolean own) {
        List<List<Tally>> tallies = IntStream.range(0, seeds)
                .mapToObj(s -> seed(2, 0, 2, 0, 1).stream()
                        .map(t -> new Tally(own ? s + t.taskId() : t.taskId(), t.solved(), t.total()))
                        .toList())
                .toList();
        Estimate estimate = AcrossSeeds.rate(tallies, KEY).orElseThrow();
        return estimate.high() - estimate.low();
    }

    @Test
    void without_rollouts_nothing_is_known() {
        assertThat(AcrossSeeds.rate(List.of(List.of()), KEY)).isEmpty();
        assertThat(AcrossSeeds.difference(List.of(seed(1)), List.of(List.of()), KEY))
                .isEmpty();
        assertThatThrownBy(() -> AcrossSeeds.difference(List.of(seed(1)), List.of(), KEY))
                .hasMessageContaining("1 seeds against 0");
    }

    @Test
    void a_figure_of_each_run_is_resampled_by_runs() {
        Estimate mean = AcrossSeeds.mean(List.of(1.0, 2.0, 6.0), KEY);

        assertThat(mean.value()).isEqualTo(3);
        assertThat(mean.low()).as("all three may be the lowest").isEqualTo(1);
        assertThat(mean.high()).isEqualTo(6);
        assertThat(AcrossSeeds.mean(List.of(2.0), KEY)).isEqualTo(new Estimate(2, 2, 2));
    }
}
