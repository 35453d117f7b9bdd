package org.elenchus.tools.mining.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.elenchus.protocol.repository.TestFacts;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static List<TestId> suite(List<Integer> sizes) {
        List<TestId> tests = new ArrayList<>();
        for (int c = 0; c < sizes.size(); c++) {
            for (int t = 0; t < sizes.get(c); t++) {
                tests.add(new TestId("org.x.C" + c + (t % 3 == 2 ? "$Nested" : ""), "t" + t + "()"));
            }
        }
        return tests;
    }

    @Property(tries = 300)
    void hold_every_test_once_whatever_order_they_come_in(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 20) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 15) int limit,
            @ForAll long seed) {
        List<TestId> tests = suite(sizes);
        List<TestId> shuffled = new ArrayList<>(tests);
        Collections.shuffle(shuffled, new Random(seed));
        List<Chunks.Chunk> chunks = Chunks.of(shuffled, limit);
        assertThat(chunks).isEqualTo(Chunks.of(tests, limit));
        assertThat(chunks.stream().flatMap(c -> c.tests().stream())).containsExactlyInAnyOrderElementsOf(tests);
        assertThat(chunks).allMatch(c -> !c.tests().isEmpty() && c.tests().size() <= limit);
    }

    @Test
    void keep_nested_classes_with_their_outermost_one() {
        List<TestId> tests = List.of(
                TestId.parse("A#z()"), TestId.parse("A$Inner#a()"), TestId.parse("AB#b()"), TestId.parse("AB#c()"));
        assertThat(Chunks.of(tests, 2))
                .containsExactly(new Chunks.Chunk(tests.subList(0, 2)), new Chunks.Chunk(tests.subList(2, 4)));
    }

    @Property(tries = 200)
    void a_choice_keeps_its_caps_and_leaves_no_class_out_that_fits(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 30) int most) {
        List<TestFacts> facts = suite(sizes).stream()
                .map(t -> new TestFacts(t, t.method().length()))
                .toList();
        SortedSet<TestId> chosen = TrustedChoice.of(facts, most, Long.MAX_VALUE / 2);
        assertThat(chosen).hasSize(Math.min(most, facts.size()));
        long classes = chosen.stream().map(Chunks::outermost).distinct().count();
        assertThat(classes).isEqualTo(Math.min(most, sizes.size()));
    }

    @Test
    void a_choice_stays_within_its_fuel() {
        List<TestFacts> facts = List.of(
                new TestFacts(TestId.parse("A#a()"), 50),
                new TestFacts(TestId.parse("A#b()"), 60),
                new TestFacts(TestId.parse("B#c()"), 10));
        assertThat(TrustedChoice.of(facts, 10, 70)).containsExactly(TestId.parse("A#a()"), TestId.parse("B#c()"));
    }
}
