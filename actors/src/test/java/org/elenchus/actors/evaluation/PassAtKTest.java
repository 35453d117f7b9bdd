package org.elenchus.actors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.protocol.DrawKey;
import org.junit.jupiter.api.Test;

class PassAtKTest {
    private static final DrawKey KEY = DrawKey.of(1, "test");

    @Test
    void it_is_the_share_of_subsets_that_hold_a_solving_attempt() {
        // Of the 10 pairs of 5 attempts, 3 hold neither of the 2 that solved it.
        assertThat(PassAtK.of(5, 2, 2)).isCloseTo(0.7, within(1e-12));
        assertThat(PassAtK.of(5, 2, 1)).isCloseTo(0.4, within(1e-12));
        assertThat(PassAtK.of(5, 2, 4)).isEqualTo(1);
        assertThat(PassAtK.of(5, 0, 5)).isZero();
    }

    @Property
    void it_agrees_with_counting_by_binomial_coefficients(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(max = 12) int c,
            @ForAll @IntRange(min = 1, max = 12) int k) {
        int solved = Math.min(c, n);
        int drawn = Math.min(k, n);
        double expected = 1 - (double) choose(n - solved, drawn) / choose(n, drawn);
        assertThat(PassAtK.of(n, solved, drawn)).isCloseTo(expected, within(1e-12));
    }

    private static long choose(int n, int k) {
        long product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return k > n ? 0 : product;
    }

    @Test
    void tasks_count_alike_however_many_attempts_they_had() {
        Estimate estimate = PassAtK.over(List.of(new Tally("a", 1, 1), new Tally("b", 0, 9)), 1, KEY)
                .orElseThrow();

        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.low()).isZero();
        assertThat(estimate.high()).isEqualTo(1);
        assertThat(PassAtK.over(List.of(), 1, KEY)).isEmpty();
    }

    @Test
    void more_draws_than_attempts_are_no_question() {
        assertThatIllegalArgumentException().isThrownBy(() -> PassAtK.of(3, 1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> PassAtK.of(3, 4, 1));
    }
}
