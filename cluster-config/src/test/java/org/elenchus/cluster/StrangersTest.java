package org.elenchus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private static final long SECOND = 1_000_000_000L;

    private final Strangers strangers = new Strangers(Duration.ofSeconds(20));

    private boolean at(long second, Set<String> members, String... others) {
        return strangers.outnumber(members, List.of(others), second * SECOND);
    }

    @Test
    void members_are_no_strangers() {
        Set<String> members = Set.of("a:1", "b:1", "c:1");

        assertThat(at(0, members, "b:1", "c:1")).isFalse();
        assertThat(at(100, members, "b:1", "c:1")).isFalse();
    }

    @Test
    void the_smaller_side_of_a_split_ends_and_the_larger_goes_on() {
        Set<String> alone = Set.of("a:1");
        assertThat(at(0, alone, "b:1", "c:1")).isFalse();
        assertThat(at(20, alone, "b:1", "c:1")).isTrue();

        Strangers others = new Strangers(Duration.ofSeconds(20));
        assertThat(others.outnumber(Set.of("b:1", "c:1"), List.of("a:1", "c:1"), 0))
                .isFalse();
        assertThat(others.outnumber(Set.of("b:1", "c:1"), List.of("a:1", "c:1"), 100 * SECOND))
                .isFalse();
    }

    @Test
    void of_two_equal_sides_exactly_one_ends() {
        Strangers other = new Strangers(Duration.ofSeconds(20));
        at(0, Set.of("a:1", "d:1"), "b:1", "c:1");
        other.outnumber(Set.of("b:1", "c:1"), List.of("a:1", "d:1"), 0);

        assertThat(at(20, Set.of("a:1", "d:1"), "b:1", "c:1")).isFalse();
        assertThat(other.outnumber(Set.of("b:1", "c:1"), List.of("a:1", "d:1"), 20 * SECOND))
                .isTrue();
    }

    @Test
    void nodes_that_died_one_after_another_are_no_split() {
        Set<String> members = Set.of("z:1");

        assertThat(at(0, members, "a:1", "b:1")).isFalse();
        assertThat(at(15, members, "b:1", "c:1")).isFalse();
        assertThat(at(30, members, "c:1", "d:1")).isFalse();
        assertThat(at(34, members, "d:1")).isFalse();
    }

    @Test
    void who_came_back_in_between_is_a_stranger_anew() {
        Set<String> members = Set.of("z:1");

        at(0, members, "a:1");
        at(10, members);
        assertThat(at(20, members, "a:1")).isFalse();
        assertThat(at(39, members, "a:1")).isFalse();
        assertThat(at(40, members, "a:1")).isTrue();
    }
}
