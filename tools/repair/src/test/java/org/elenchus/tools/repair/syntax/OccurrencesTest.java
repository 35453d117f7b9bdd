package org.elenchus.tools.repair.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OccurrencesTest {
    //                                  0123456789
    private static final String FILE = "aa_b_aaa_b";

    private final Occurrences occurrences = new Occurrences(FILE);

    @Test
    void the_nearest_other_place_counts_before_or_after() {
        assertThat(occurrences.distance("b", 3)).isEqualTo(6);
        assertThat(occurrences.distance("b", 4)).isEqualTo(1);
        assertThat(occurrences.distance("b", 7)).isEqualTo(2);
        assertThat(occurrences.distance("b", 0)).isEqualTo(3);
    }

    @Test
    void places_may_overlap_and_a_text_that_stands_nowhere_else_is_far() {
        assertThat(occurrences.distance("aa", 5)).isEqualTo(1);
        assertThat(occurrences.distance("aa", 0)).isEqualTo(5);
        assertThat(occurrences.distance("_b_", 2)).isEqualTo(Integer.MAX_VALUE);
        assertThat(occurrences.distance("c", 2)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void it_is_what_searching_from_the_offset_finds() {
        for (String text : new String[] {"a", "aa", "b", "_", "_a", "a_b"}) {
            for (int at = 0; at < FILE.length(); at++) {
                int before = FILE.lastIndexOf(text, at - 1);
                int after = FILE.indexOf(text, at + 1);
                int expected = Math.min(
                        before < 0 ? Integer.MAX_VALUE : at - before, after < 0 ? Integer.MAX_VALUE : after - at);
                assertThat(occurrences.distance(text, at)).as(text + " " + at).isEqualTo(expected);
            }
        }
    }
}
