package org.elenchus.tools.cli.eval.dataset;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.Quarantined.Reason;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.solve.FailingTests;

/** The tests that were found in a broken tree, and how they did there. */
final class KnownTests {
    private final SortedSet<TestId> passing;
    private final SortedMap<TestId, Reason> others = new TreeMap<>();

    KnownTests(PreparedRepository repository) {
        passing = repository.tests();
        for (Quarantined test : repository.summary().quarantined()) {
            others.put(test.id(), test.reason());
        }
    }

    /** Tests that fail. @param names none for all */
    SortedSet<TestId> failing(List<String> names) throws InvalidTask {
        SortedSet<TestId> failing = new TreeSet<>();
        if (names.isEmpty()) {
            others.forEach((test, reason) -> {
                if (reason == Reason.FAILS) {
                    failing.add(test);
                }
            });
            if (failing.isEmpty()) {
                throw new InvalidTask("no test fails in the broken tree; " + passing.size() + " pass");
            }
        }
        for (String name : names) {
            SortedSet<TestId> meant = failingOf(meant("failToPass", name));
            if (meant.isEmpty()) {
                throw new InvalidTask("failToPass names " + name + ", which " + otherwise(name));
            }
            failing.addAll(meant);
        }
        return failing;
    }

    /** All tests that are meant. @throws InvalidTask when a name means none, or one that cannot be trusted */
    SortedSet<TestId> named(String field, List<String> names) throws InvalidTask {
        SortedSet<TestId> named = new TreeSet<>();
        for (String name : names) {
            for (TestId test : meant(field, name)) {
                if (!passing.contains(test) && !mayFail(test)) {
                    throw new InvalidTask(field + " names " + test + ", which cannot be trusted: " + others.get(test));
                }
                named.add(test);
            }
        }
        return named;
    }

    SortedSet<TestId> failingOf(Collection<TestId> tests) {
        SortedSet<TestId> failing = new TreeSet<>(tests);
        failing.removeIf(test -> !mayFail(test));
        return failing;
    }

    /** A test that burns more than it may fails by that where its author says that it fails. */
    private boolean mayFail(TestId test) {
        Reason reason = others.get(test);
        return reason == Reason.FAILS || reason == Reason.SLOW;
    }

    private SortedSet<TestId> meant(String field, String name) throws InvalidTask {
        SortedSet<TestId> all = new TreeSet<>(passing);
        all.addAll(others.keySet());
        all.removeIf(test -> !FailingTests.isMeant(test, name));
        if (all.isEmpty()) {
            throw new InvalidTask(field + " names " + name + ", which is none of the "
                    + (passing.size() + others.size()) + " tests found; see that its file compiles");
        }
        return all;
    }

    private String otherwise(String name) {
        return passing.stream().anyMatch(test -> FailingTests.isMeant(test, name))
                ? "passes in the broken tree"
                : "cannot be trusted: "
                        + others.entrySet().stream()
                                .filter(test -> FailingTests.isMeant(test.getKey(), name))
                                .map(test -> test.getValue().name())
                                .findFirst()
                                .orElse("");
    }
}
