package org.elenchus.actors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;

class SolveRateTest {
    private static final DrawKey KEY = DrawKey.of(42, "bootstrap", "run", "1");

    private static List<SolveRate.Tally> tallies(int tasks, int solvedTasks, int k) {
        List<SolveRate.Tally> tallies = new ArrayList<>();
        for (int t = 0; t < tasks; t++) {
            tallies.add(new SolveRate.Tally("t" + t, t < solvedTasks ? k : 0, k));
        }
        return tallies;
    }

    @Test
    void the_interval_is_close_to_the_binomial_one_where_tasks_are_all_or_nothing() {
        // 40 of 100 tasks: 0.4 ± 1.96·sqrt(0.4·0.6/100) = 0.304..0.496
        IterationReport.Rate rate = SolveRate.of(tallies(100, 40, 4), KEY);
        assertThat(rate.rate()).isEqualTo(0.4);
        assertThat(rate.solved()).isEqualTo(160);
        assertThat(rate.total()).isEqualTo(400);
        assertThat(rate.tasks()).isEqualTo(100);
        assertThat(rate.low()).isCloseTo(0.304, within(0.015));
        assertThat(rate.high()).isCloseTo(0.496, within(0.015));
    }

    @Test
    void more_rollouts_of_the_same_tasks_do_not_narrow_the_interval() {
        IterationReport.Rate few = SolveRate.of(tallies(50, 20, 2), KEY);
        IterationReport.Rate many = SolveRate.of(tallies(50, 20, 64), KEY);
        assertThat(many.low()).isEqualTo(few.low());
        assertThat(many.high()).isEqualTo(few.high());
    }

    @Test
    void without_tasks_nothing_is_known() {
        assertThat(SolveRate.of(List.of(), KEY)).isEqualTo(new IterationReport.Rate(0, 0, 0, 0, 1));
        assertThat(SolveRate.of(List.of(new SolveRate.Tally("t", 0, 0)), KEY).tasks())
                .isZero();
        assertThat(SolveRate.of(List.of(), KEY).rate()).isZero();
    }

    @Test
    void when_all_or_none_are_solved_the_interval_is_a_point() {
        assertThat(SolveRate.of(tallies(10, 10, 3), KEY)).isEqualTo(new IterationReport.Rate(30, 30, 10, 1, 1));
        assertThat(SolveRate.of(tallies(10, 0, 3), KEY)).isEqualTo(new IterationReport.Rate(0, 30, 10, 0, 0));
    }

    @Test
    void groups_of_one_task_are_added_up() {
        Digest d = Digest.of("x");
        List<GroupRef> groups = List.of(
                new GroupRef("r0/a", "a", d, d, 4, 1),
                new GroupRef("r1/a", "a", d, d, 4, 3),
                new GroupRef("r0/b", "b", d, d, 4, 0));
        IterationReport.Rate rate = SolveRate.ofGroups(groups, KEY);
        assertThat(rate.tasks()).isEqualTo(2);
        assertThat(rate.solved()).isEqualTo(4);
        assertThat(rate.total()).isEqualTo(12);
    }

    @Test
    void another_key_draws_another_interval_of_much_the_same_width() {
        IterationReport.Rate one = SolveRate.of(tallies(37, 11, 3), KEY);
        IterationReport.Rate other = SolveRate.of(tallies(37, 11, 3), DrawKey.of(43, "bootstrap", "run", "1"));
        assertThat(other.high() - other.low()).isCloseTo(one.high() - one.low(), within(0.06));
    }

    @Test
    void refuses_more_solved_than_tried() {
        assertThatThrownBy(() -> new SolveRate.Tally("t", 3, 2)).hasMessageContaining("3 of 2");
    }

    @Property(tries = 50)
    void arrival_order_does_not_change_a_bit_and_the_rate_lies_inside(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int tasks) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SolveRate.Tally> tallies = new ArrayList<>();
        for (int t = 0; t < tasks; t++) {
            int total = 1 + random.nextInt(8);
            tallies.add(new SolveRate.Tally("t" + t, random.nextInt(total + 1), total));
        }
        IterationReport.Rate forth = SolveRate.of(tallies, KEY);
        Collections.reverse(tallies);
        assertThat(SolveRate.of(tallies, KEY)).isEqualTo(forth);
        assertThat(forth.low()).isBetween(0.0, forth.high());
        assertThat(forth.high()).isLessThanOrEqualTo(1);
        assertThat(forth.rate()).isBetween(forth.low() - 1e-9, forth.high() + 1e-9);
    }
}
