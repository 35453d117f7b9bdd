package org.elenchus.tools.repair.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.repository.TestId;

/** Which tests reach a site, and which of them a verifier should draw on. */
final class Reach {
    private static final int LIMIT = 150;

    private Reach() {}

    static SortedSet<TestId> of(PreparedRepository repository, MutationSite site) {
        SortedSet<TestId> reaching = new TreeSet<>();
        for (int line = site.place().firstLine(); line <= site.place().lastLine(); line++) {
            reaching.addAll(repository.testsReaching(site.path(), line));
        }
        return reaching;
    }

    /**
     * At most {@value #LIMIT} tests, ascending: those of the mutated type's own test classes first, then in turn one of each test class,
     * the cheapest first.
     */
    static List<TestId> tests(PreparedRepository repository, Draft draft) {
        SortedSet<TestId> reaching = new TreeSet<>();
        draft.mutants().forEach(m -> reaching.addAll(of(repository, m.site())));
        if (reaching.size() <= LIMIT) {
            return List.copyOf(reaching);
        }
        List<String> types =
                draft.mutants().stream().map(m -> simpleName(m.site().path())).toList();
        TreeMap<String, Integer> turns = new TreeMap<>();
        record Ranked(TestId test, boolean own, int turn) {}
        List<Ranked> ranked = new ArrayList<>();
        reaching.stream()
                .sorted(Comparator.comparingLong(
                                (TestId t) -> repository.budgeted(t).fuel())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(t -> ranked.add(new Ranked(
                        t,
                        types.stream().anyMatch(type -> t.className().contains(type)),
                        turns.merge(t.className(), 1, Integer::sum))));
        return ranked.stream()
                .sorted(Comparator.comparing((Ranked r) -> !r.own())
                        .thenComparingInt(Ranked::turn)
                        .thenComparing(Ranked::test))
                .limit(LIMIT)
                .map(Ranked::test)
                .sorted()
                .toList();
    }

    static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }
}
