package org.elenchus.tools.mining.suite;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.protocol.repository.TestFacts;
import org.elenchus.protocol.repository.TestId;

/** Picks an affordable inventory out of a large suite: class by class in turn, the cheapest test of each first. Pure. */
public final class TrustedChoice {
    private TrustedChoice() {}

    /** At most {@code most} tests burning at most {@code fuel} together; all of them where they fit. */
    public static SortedSet<TestId> of(Collection<TestFacts> tests, int most, long fuel) {
        SortedMap<String, Deque<TestFacts>> queues = new TreeMap<>();
        tests.stream()
                .sorted(Comparator.comparingLong(TestFacts::fuel).thenComparing(TestFacts::id))
                .forEach(test -> queues.computeIfAbsent(Chunks.outermost(test.id()), c -> new ArrayDeque<>())
                        .add(test));
        SortedSet<TestId> chosen = new TreeSet<>();
        long burned = 0;
        while (!queues.isEmpty() && chosen.size() < most) {
            for (Deque<TestFacts> queue : queues.values()) {
                TestFacts next = queue.removeFirst();
                if (chosen.size() < most && burned + next.fuel() <= fuel) {
                    chosen.add(next.id());
                    burned += next.fuel();
                }
            }
            queues.values().removeIf(Deque::isEmpty);
        }
        return chosen;
    }
}
