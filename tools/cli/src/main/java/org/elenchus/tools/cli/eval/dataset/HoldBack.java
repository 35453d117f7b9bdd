package org.elenchus.tools.cli.eval.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.TestId;

/** Which of the covering tests only grade: the same share of those that fail and of those that pass, by a seeded draw. */
final class HoldBack {
    private HoldBack() {}

    /**
     * Draws them.
     *
     * @param share 0..1
     * @param failing at least one stays
     * @param passing tests that pass and reach what the failing ones reach
     */
    static SortedSet<TestId> drawn(double share, Collection<TestId> failing, Collection<TestId> passing, DrawKey key) {
        SortedSet<TestId> held =
                new TreeSet<>(drawn(failing, Math.min(count(share, failing), failing.size() - 1), key.at("failing")));
        held.addAll(drawn(passing, count(share, passing), key.at("passing")));
        return held;
    }

    private static int count(double share, Collection<TestId> tests) {
        return (int) Math.round(share * tests.size());
    }

    private static List<TestId> drawn(Collection<TestId> tests, int count, DrawKey key) {
        List<TestId> left = new ArrayList<>(new TreeSet<>(tests));
        RandomGenerator random = key.generator();
        List<TestId> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        return drawn;
    }
}
