package org.elenchus.actors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;

class RiseTest {
    private static final DrawKey KEY = DrawKey.of(7, "rise", "run", "3");

    private static GroupRef group(int task, int solved) {
        Digest any = Digest.of("any");
        return new GroupRef("g/" + task, "t" + task, any, any, 2, solved);
    }

    private static List<GroupRef> groups(int... solved) {
        return IntStream.range(0, solved.length)
                .mapToObj(task -> group(task, solved[task]))
                .toList();
    }

    @Test
    void every_task_that_rises_alike_leaves_no_doubt() {
        Rise rise =
                Rise.between(groups(0, 0, 0, 0, 0), groups(1, 1, 1, 1, 1), KEY).orElseThrow();

        assertThat(rise).isEqualTo(new Rise(0.5, 0.5, 0.5, 5));
    }

    @Test
    void tasks_are_paired_by_their_ids_however_they_came() {
        List<GroupRef> later = new ArrayList<>(groups(2, 0, 1, 2, 2, 1, 0));
        Rise forth = Rise.between(groups(0, 0, 1, 0, 2, 1, 0), later, KEY).orElseThrow();
        Collections.reverse(later);

        assertThat(Rise.between(groups(0, 0, 1, 0, 2, 1, 0), later, KEY)).contains(forth);
        assertThat(forth.delta()).isCloseTo(4 / 14.0, within(1e-12));
        assertThat(forth.low()).isBetween(0.0, forth.delta());
        assertThat(forth.high()).isBetween(forth.delta(), 1.0);
    }

    @Test
    void a_fall_is_negative() {
        Rise rise = Rise.between(groups(2, 2, 2), groups(0, 0, 0), KEY).orElseThrow();

        assertThat(rise).isEqualTo(new Rise(-1, -1, -1, 3));
    }

    @Test
    void what_only_one_of_them_attempted_does_not_count() {
        List<GroupRef> earlier = List.of(group(0, 0), group(1, 2));
        List<GroupRef> later = List.of(group(1, 2), group(2, 2));

        assertThat(Rise.between(earlier, later, KEY)).contains(new Rise(0, 0, 0, 1));
        assertThat(Rise.between(earlier, List.of(group(2, 2)), KEY)).isEmpty();
        assertThat(Rise.between(List.of(), List.of(), KEY)).isEmpty();
    }

    @Test
    void pairs_tell_more_than_two_intervals() {
        int tasks = 60;
        int[] before = IntStream.range(0, tasks).map(t -> t % 2 == 0 ? 2 : 0).toArray();
        int[] after = IntStream.range(0, tasks)
                .map(t -> t % 2 == 0 ? 2 : t % 5 == 0 ? 2 : 0)
                .toArray();
        var base = SolveRate.ofGroups(groups(before), KEY);
        var last = SolveRate.ofGroups(groups(after), KEY);
        Rise rise = Rise.between(groups(before), groups(after), KEY).orElseThrow();

        assertThat(last.low()).as("the intervals overlap").isLessThan(base.high());
        assertThat(rise.low()).as("and yet it rose").isPositive();
    }
}
