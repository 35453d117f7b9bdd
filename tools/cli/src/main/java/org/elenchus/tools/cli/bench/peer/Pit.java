package org.elenchus.tools.cli.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.bench.measure.Cost;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mutation testing system PIT, through its published command line, on the same classes and tests as ours. */
public final class Pit {
    private static final Logger LOG = LoggerFactory.getLogger(Pit.class);
    private static final String MAIN = "org.pitest.mutationtest.commandline.MutationCoverageReport";
    private static final String JUNIT_PLUGIN = "org.pitest:pitest-junit5-plugin:1.2.2";

    /** Where all classes take longer than the limit, a quarter of them is tried, then a quarter of those. */
    private static final int SHRINKS_BY = 4;

    private static final int TRIES = 3;

    private final Subject subject;
    private final List<Path> program;
    private final List<String> order;
    private int sampled;

    private Pit(Subject subject, List<Path> program, List<String> order, int most) {
        this.subject = subject;
        this.program = program;
        this.order = order;
        this.sampled = Math.min(most, order.size());
    }

    /** Fetches PIT. @param most classes to mutate @param seed of the sample of classes, should one be needed */
    public static Pit of(Subject subject, MavenLibraries libraries, String version, int most, long seed)
            throws PeerFault {
        List<String> classes = new ArrayList<>(subject.mainClasses());
        var random = DrawKey.of(
                        seed,
                        "bench-pit",
                        subject.repository().summary().coordinate().value())
                .generator();
        Collections.shuffle(classes, Random.from(random));
        try {
            return new Pit(
                    subject,
                    libraries.programs(List.of("org.pitest:pitest-command-line:" + version, JUNIT_PLUGIN)),
                    List.copyOf(classes),
                    most);
        } catch (RepositoryFault e) {
            throw new PeerFault("PIT " + e.getMessage());
        }
    }

    /** Runs it within the limit, on fewer classes where need be; later runs keep to the classes that an earlier one had time for. */
    public PitRun measure(int threads, Duration limit) throws PeerFault, InterruptedException {
        int tried = sampled;
        for (int i = 0; i < TRIES; i++) {
            Optional<PitRun> run = run(threads, limit);
            if (run.isPresent()) {
                return run.get();
            }
            tried = sampled;
            sampled = Math.max(1, sampled / SHRINKS_BY);
        }
        throw new PeerFault(
                "PIT had no time for " + tried + " of " + order.size() + " classes; allow it more with --pit-minutes");
    }

    private Optional<PitRun> run(int threads, Duration limit) throws PeerFault, InterruptedException {
        try (Scratch scratch = Scratch.make("pit")) {
            Path reports = scratch.folder().resolve("reports");
            ProcessBuilder builder = new ProcessBuilder(command(threads, reports))
                    .directory(subject.showSources(scratch.folder()).toFile());
            AtomicReference<Cost> before = new AtomicReference<>();
            Cost.Clock clock = new Cost.Clock();
            Program.Ended ended = Program.run(builder, limit, line -> {
                LOG.info("PIT: {}", line);
                if (startsAnalysis(line)) {
                    before.set(clock.read());
                }
            });
            Cost whole = clock.read();
            if (ended.overdue()) {
                return Optional.empty();
            }
            Path csv = reports.resolve("mutations.csv");
            Cost preparation = before.get();
            if (ended.status() != 0 || preparation == null || !Files.exists(csv)) {
                throw new PeerFault("PIT ended with status " + ended.status() + ": " + ended.lastLines());
            }
            Cost analysis = new Cost(
                    whole.wall() - preparation.wall(),
                    whole.workers() - preparation.workers(),
                    whole.owner() - preparation.owner());
            PitReport report = PitReport.parse(Files.readAllLines(csv));
            return Optional.of(new PitRun(threads, sampled, order.size(), report, whole, analysis));
        } catch (IOException | IllegalArgumentException e) {
            throw new PeerFault("PIT could not be measured: " + e.getMessage());
        }
    }

    /** PIT says so when it has its coverage and starts on the mutants; an earlier line tells of a first scan. */
    static boolean startsAnalysis(String line) {
        return line.contains("mutation test units") && !line.contains("pre scan");
    }

    private List<String> command(int threads, Path reports) throws IOException {
        List<Path> classPath = new ArrayList<>(subject.classPath());
        classPath.addAll(program);
        TreeSet<TestId> tests = new TreeSet<>(subject.repository().tests());
        return List.of(
                subject.settings().java().toString(),
                "-cp",
                Subject.joined(classPath),
                MAIN,
                "--reportDir=" + reports,
                "--targetClasses="
                        + order.subList(0, sampled).stream()
                                .map(name -> name + "," + name + "$*")
                                .collect(Collectors.joining(",")),
                "--targetTests="
                        + tests.stream().map(TestId::className).distinct().collect(Collectors.joining(",")),
                "--includedTestMethods="
                        + tests.stream()
                                .map(test -> test.method().replaceAll("\\(.*", ""))
                                .distinct()
                                .collect(Collectors.joining(",")),
                "--sourceDirs=" + subject.layout().mainSources(),
                "--mutators=DEFAULTS",
                "--threads=" + threads,
                "--outputFormats=CSV",
                "--timestampedReports=false",
                "--skipFailingTests=true",
                "--jvmArgs=-Duser.timezone=UTC,-Duser.language=en,-Duser.country=US");
    }
}
