package org.elenchus.tools.mining.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestFacts;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.suite.SuiteFindings.Trusted;
import org.junit.jupiter.api.Test;

class StoredRepositoryTest {
    private static Trusted test(String id, long fuel, CoveredLines... covered) {
        return new Trusted(new TestFacts(TestId.parse(id), fuel), List.of(covered));
    }

    private static final List<Trusted> TESTS = List.of(
            test(
                    "A#a()",
                    7,
                    new CoveredLines("p/X.java", List.of(3, 4, 5, 9)),
                    new CoveredLines("p/Y.java", List.of(1))),
            test("A#b()", 1_000_000, new CoveredLines("p/X.java", List.of(4, 5))),
            test("B#c()", 0));

    private static StoredRepository repository(List<Trusted> tests) {
        TreeMap<String, String> sources = new TreeMap<>();
        sources.put("p/X.java", "class X {}\n");
        RepositorySummary summary = new RepositorySummary(
                new RepositoryCoordinate("dir:x"), Digest.of("s"), Digest.of("i"), 1, 1, tests.size(), List.of());
        return new StoredRepository(summary, sources, tests);
    }

    @Test
    void finds_the_tests_of_a_line() {
        StoredRepository repository = repository(TESTS);
        assertThat(repository.testsReaching("p/X.java", 4))
                .containsExactly(TestId.parse("A#a()"), TestId.parse("A#b()"));
        assertThat(repository.testsReaching("p/X.java", 9)).containsExactly(TestId.parse("A#a()"));
        assertThat(repository.testsReaching("p/X.java", 6)).isEmpty();
        assertThat(repository.testsReaching("p/X.java", 10_000)).isEmpty();
        assertThat(repository.testsReaching("p/X.java", -1)).isEmpty();
        assertThat(repository.testsReaching("no/Such.java", 1)).isEmpty();
    }

    @Test
    void budgets_a_generous_multiple() {
        StoredRepository repository = repository(TESTS);
        assertThat(repository.budgeted(TestId.parse("A#a()")).fuel()).isEqualTo(200_070);
        assertThat(repository.budgeted(TestId.parse("A#b()")).fuel()).isEqualTo(10_200_000);
        assertThatThrownBy(() -> repository.budgeted(TestId.parse("No#pe()")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> repository.source("no/Such.java")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_inventory_names_tests_and_fuel_only() {
        List<Trusted> elsewhere = List.of(
                test("A#a()", 7, new CoveredLines("p/X.java", List.of(1))), test("A#b()", 1_000_000), test("B#c()", 0));
        assertThat(InventoryFile.digest(TESTS)).isEqualTo(InventoryFile.digest(elsewhere));
        assertThat(InventoryFile.digest(TESTS)).isNotEqualTo(InventoryFile.digest(TESTS.subList(0, 2)));
    }

    @Test
    void a_damaged_inventory_is_refused() {
        byte[] bytes = InventoryFile.write(TESTS);
        assertThatThrownBy(() -> InventoryFile.read(java.util.Arrays.copyOf(bytes, bytes.length - 9)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> InventoryFile.read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }

    @Property(tries = 100)
    void what_is_written_is_read_and_inverted(
            @ForAll @Size(max = 8) List<@Size(max = 20) List<@IntRange(min = 1, max = 60) Integer>> lines)
            throws Exception {
        List<Trusted> tests = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            SortedSet<Integer> reached = new TreeSet<>(lines.get(i));
            CoveredLines[] covered = reached.isEmpty()
                    ? new CoveredLines[0]
                    : new CoveredLines[] {new CoveredLines("p/X.java", List.copyOf(reached))};
            tests.add(test("T" + i + "#t()", i, covered));
        }
        List<Trusted> read = InventoryFile.read(InventoryFile.write(tests));
        assertThat(read).isEqualTo(tests);
        StoredRepository repository = repository(read);
        for (int line = 0; line <= 61; line++) {
            int wanted = line;
            assertThat(repository.testsReaching("p/X.java", line))
                    .containsExactlyElementsOf(tests.stream()
                            .filter(t ->
                                    t.covered().stream().anyMatch(c -> c.lines().contains(wanted)))
                            .map(t -> t.facts().id())
                            .toList());
        }
    }
}
