package org.elenchus.tools.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;

/** The samples as a repository: each method of a sample is reached by two tests of its own. */
public final class FakeRepository implements PreparedRepository {
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final SortedMap<String, SortedMap<Integer, SortedSet<TestId>>> reach = new TreeMap<>();
    private final SortedSet<TestId> tests = new TreeSet<>();

    public FakeRepository() {
        for (String name : Samples.NAMES) {
            String path = "sample/" + name + ".java";
            sources.put(path, Samples.text(name));
            Samples.parsed(Samples.text(name)).places().forEach(place -> {
                for (String suffix : List.of("Works()", "HandlesEdges()")) {
                    String method = place.method().name().replaceAll("[<>]", "") + suffix;
                    TestId test = new TestId("sample." + name + "Test", method);
                    tests.add(test);
                    for (int line = place.firstLine(); line <= place.lastLine(); line++) {
                        reach.computeIfAbsent(path, p -> new TreeMap<>())
                                .computeIfAbsent(line, n -> new TreeSet<>())
                                .add(test);
                    }
                }
            });
        }
    }

    /** The same with one more test, which reaches every line that any does. */
    public FakeRepository withOneTestOfEverything() {
        FakeRepository more = new FakeRepository();
        TestId everything = new TestId("sample.EverythingTest", "works()");
        more.tests.add(everything);
        more.reach.values().forEach(lines -> lines.values().forEach(reaching -> reaching.add(everything)));
        return more;
    }

    /** The same with more tests, each of which reaches what that one does. */
    public FakeRepository withTestsLike(TestId test, Collection<TestId> alike) {
        FakeRepository more = new FakeRepository();
        more.tests.addAll(alike);
        more.reach.values().stream()
                .flatMap(lines -> lines.values().stream())
                .filter(reaching -> reaching.contains(test))
                .forEach(reaching -> reaching.addAll(alike));
        return more;
    }

    /** The same, one file edited since. */
    public FakeRepository with(String path, String text) {
        FakeRepository edited = new FakeRepository();
        edited.sources.put(path, text);
        return edited;
    }

    @Override
    public RepositorySummary summary() {
        return new RepositorySummary(
                new RepositoryCoordinate("maven:sample:sample:1"),
                Digest.ofParts(sources.values()),
                Digest.of(tests.toString()),
                2,
                300,
                tests.size(),
                List.of());
    }

    @Override
    public SortedSet<String> files() {
        return new TreeSet<>(sources.keySet());
    }

    @Override
    public String source(String path) {
        return sources.get(path);
    }

    @Override
    public SortedSet<TestId> tests() {
        return tests;
    }

    @Override
    public SortedSet<TestId> testsReaching(String path, int line) {
        return reach.getOrDefault(path, new TreeMap<>()).getOrDefault(line, new TreeSet<>());
    }

    @Override
    public List<CoveredLines> coverage(TestId test) {
        List<CoveredLines> covered = new ArrayList<>();
        reach.forEach((path, lines) -> {
            List<Integer> own = lines.entrySet().stream()
                    .filter(e -> e.getValue().contains(test))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!own.isEmpty()) {
                covered.add(new CoveredLines(path, own));
            }
        });
        return covered;
    }

    @Override
    public TestRun budgeted(TestId test) {
        return new TestRun(test, 10_000);
    }

    /** The workspace of a broken state of this repository. */
    public Problem.Workspace brokenBy(SortedMap<String, String> broken) {
        return new Problem.Workspace() {
            @Override
            public SortedSet<String> files() {
                return FakeRepository.this.files();
            }

            @Override
            public String source(String path) {
                return broken.getOrDefault(path, sources.get(path));
            }

            @Override
            public Overlay broken() {
                return new Overlay(broken);
            }

            @Override
            public SortedSet<TestId> testsReaching(String path, int line) {
                return FakeRepository.this.testsReaching(path, line);
            }
        };
    }
}
