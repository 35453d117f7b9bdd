package org.elenchus.tools.cli.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldBackTest {
    private static List<TestId> tests(String type, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TestId(type, "t" + i + "()"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0.9", "1, 40, 0.3", "2, 1, 0.5", "3, 7, 0.999", "20, 40, 0.3", "5, 5, 0"})
    void each_kind_gives_its_share_and_a_failing_test_always_stays(int failing, int passing, double share) {
        for (long seed = 1; seed <= 20; seed++) {
            Set<TestId> drawn =
                    HoldBack.drawn(share, tests("F", failing), tests("P", passing), DrawKey.of(seed, "hold-back"));

            assertThat(count(drawn, "F"))
                    .isLessThan(failing)
                    .isEqualTo(Math.min(Math.round(share * failing), failing - 1));
            assertThat(count(drawn, "P")).isEqualTo(Math.round(share * passing));
        }
    }

    private static long count(Set<TestId> drawn, String type) {
        return drawn.stream().filter(test -> test.className().equals(type)).count();
    }

    @Test
    void the_draw_depends_on_the_key_and_not_on_the_order() {
        List<TestId> passing = tests("P", 30);
        List<TestId> backwards = new ArrayList<>(passing);
        java.util.Collections.reverse(backwards);
        DrawKey key = DrawKey.of(1, "hold-back", "task");

        Set<TestId> drawn = HoldBack.drawn(0.3, tests("F", 1), passing, key);

        assertThat(HoldBack.drawn(0.3, tests("F", 1), backwards, key)).isEqualTo(drawn);
        assertThat(HoldBack.drawn(0.3, tests("F", 1), passing, DrawKey.of(2, "hold-back", "task")))
                .isNotEqualTo(drawn);
    }
}
