package org.elenchus.tools.mining.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.Quarantined.Reason;
import org.elenchus.protocol.repository.TestFacts;
import org.elenchus.protocol.repository.TestId;

/**
 * Runs a suite three times. The first run screens all tests backwards, without coverage. The second measures those that passed and can
 * be afforded, forwards. The third measures them again, the same executions in reverse order: what does not repeat exactly is flaky.
 */
public final class SuiteStudy {
    private final SuiteLimits limits;
    private final SuiteProgress progress;
    private final ChunkRunner runner;

    public SuiteStudy(Sandbox sandbox, Digest snapshot, SuiteLimits limits, SuiteProgress progress) {
        this.limits = limits;
        this.progress = progress;
        this.runner = new ChunkRunner(sandbox, snapshot, limits.rescues());
    }

    public SuiteFindings study(Collection<TestId> tests) throws SandboxFault, RepositoryFault {
        SortedMap<TestId, List<Observation>> runs = new TreeMap<>();
        tests.forEach(test -> runs.put(test, new ArrayList<>()));
        note(runs, screen(tests));
        List<Chunks.Chunk> chunks = Chunks.of(affordable(runs), limits.chunkTests());
        note(runs, measure(chunks, SuiteProgress.Pass.MEASURE));
        note(runs, measure(chunks.reversed(), SuiteProgress.Pass.CONFIRM));
        return findings(runs);
    }

    private Map<TestId, Observation> screen(Collection<TestId> tests) throws SandboxFault, RepositoryFault {
        List<Chunks.Chunk> chunks = Chunks.of(tests, limits.chunkTests()).reversed();
        SortedMap<TestId, Observation> seen = new TreeMap<>();
        SortedMap<String, Long> burned = new TreeMap<>();
        progress.ran(SuiteProgress.Pass.SCREEN, 0, tests.size());
        for (Chunks.Chunk chunk : chunks) {
            String last = Chunks.outermost(chunk.tests().get(chunk.tests().size() - 1));
            if (burned.getOrDefault(last, 0L) > limits.classFuel()) {
                chunk.tests().forEach(test -> seen.put(test, new Observation.LeftOut()));
            } else {
                SortedMap<TestId, Observation> part = screen(chunk.reversed());
                part.forEach((test, run) -> burned.merge(Chunks.outermost(test), fuel(run), Long::sum));
                seen.putAll(part);
            }
            progress.ran(SuiteProgress.Pass.SCREEN, seen.size(), tests.size());
        }
        return seen;
    }

    private SortedMap<TestId, Observation> screen(Chunks.Chunk chunk) throws SandboxFault, RepositoryFault {
        long start = System.nanoTime();
        SortedMap<TestId, Observation> seen = runner.run(chunk, limits.slowFuel(), false);
        boolean sleepy = since(start) > limits.slowMillis();
        boolean whole = seen.values().stream().allMatch(Observation.Ran.class::isInstance);
        if (sleepy && whole) {
            for (TestId test : chunk.tests()) {
                if (fuel(seen.getOrDefault(test, new Observation.LeftOut())) <= limits.idleFuel() && sleeps(test)) {
                    runner.ban(test);
                    seen.put(test, new Observation.Sleepy());
                }
            }
        }
        return seen;
    }

    /** Time is judged only where hardly any fuel was burned, as of an idle machine, and by the shortest of three runs. */
    private boolean sleeps(TestId test) throws SandboxFault {
        for (int attempt = 0; attempt < 3; attempt++) {
            if (FairShare.millis(() -> runner.alone(test, limits.slowFuel())) <= limits.slowMillis()) {
                return false;
            }
        }
        return true;
    }

    private Map<TestId, Observation> measure(List<Chunks.Chunk> chunks, SuiteProgress.Pass pass)
            throws SandboxFault, RepositoryFault {
        int total = chunks.stream().mapToInt(chunk -> chunk.tests().size()).sum();
        SortedMap<TestId, Observation> seen = new TreeMap<>();
        progress.ran(pass, 0, total);
        for (Chunks.Chunk chunk : chunks) {
            seen.putAll(runner.run(chunk, 2 * limits.slowFuel(), true));
            progress.ran(pass, seen.size(), total);
        }
        return seen;
    }

    private SortedSet<TestId> affordable(SortedMap<TestId, List<Observation>> runs) {
        List<TestFacts> passed = new ArrayList<>();
        runs.forEach((test, seen) -> {
            if (Judgement.fault(seen, limits.slowFuel()).isEmpty()) {
                passed.add(new TestFacts(test, fuel(seen.get(0))));
            }
        });
        return TrustedChoice.of(passed, limits.trusted(), limits.trustedFuel());
    }

    private SuiteFindings findings(SortedMap<TestId, List<Observation>> runs) {
        List<SuiteFindings.Trusted> trusted = new ArrayList<>();
        List<Quarantined> quarantined = new ArrayList<>();
        runs.forEach((test, seen) -> {
            Optional<Reason> fault = Judgement.fault(seen, limits.slowFuel());
            if (fault.isPresent()) {
                quarantined.add(new Quarantined(test, fault.get()));
            } else if (seen.size() < 3) {
                quarantined.add(new Quarantined(test, Reason.NOT_RUN));
            } else if (!Judgement.repeats(seen.get(1), seen.get(2))) {
                quarantined.add(new Quarantined(test, Reason.FLAKY));
            } else if (seen.get(2) instanceof Observation.Ran ran) {
                trusted.add(trusted(test, ran));
            }
        });
        return new SuiteFindings(trusted, quarantined);
    }

    private static SuiteFindings.Trusted trusted(TestId test, Observation.Ran ran) {
        List<CoveredLines> covered = ran.covered().stream()
                .sorted(Comparator.comparing(CoveredLines::path))
                .toList();
        return new SuiteFindings.Trusted(new TestFacts(test, ran.fuel()), covered);
    }

    private static void note(SortedMap<TestId, List<Observation>> runs, Map<TestId, Observation> seen) {
        new TreeSet<>(runs.keySet())
                .stream()
                        .filter(seen::containsKey)
                        .forEach(test ->
                                Objects.requireNonNull(runs.get(test)).add(Objects.requireNonNull(seen.get(test))));
    }

    private static long fuel(Observation run) {
        return run instanceof Observation.Ran ran ? ran.fuel() : 0;
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
