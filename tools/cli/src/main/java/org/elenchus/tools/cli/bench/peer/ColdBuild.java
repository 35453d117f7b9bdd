package org.elenchus.tools.cli.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.tools.cli.bench.measure.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A build tool started anew for every candidate: Maven, offline and quiet, on a generated project of the same sources that has been built
 * once, with only the tests needed. Where Maven is not there or cannot build the project offline, a cold JVM that compiles the edited file and
 * runs the tests stands in.
 */
public final class ColdBuild {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Logger LOG = LoggerFactory.getLogger(ColdBuild.class);
    private static final String TOOL = "mvn -o -q";
    private static final String STAND_IN = "java (javac and JUnit)";

    /** A command line has its limits, and so has the patience of whoever writes one. */
    private static final int MOST_TESTS = 40;

    private final Subject subject;
    private final Path project;

    private ColdBuild(Subject subject, Path project) {
        this.subject = subject;
        this.project = project;
    }

    /** @param tool what was started */
    public record Result(String tool, int candidates, double seconds) {
        public double perSecond() {
            return candidates / seconds;
        }
    }

    public static Result measure(Subject subject, List<Job> jobs) throws PeerFault, InterruptedException {
        try {
            return built(subject, jobs);
        } catch (PeerFault e) {
            LOG.warn("a cold JVM stands in for the cold build: {}", e.getMessage());
            double seconds = 0;
            for (Job job : jobs) {
                seconds += BareLimit.coldSeconds(subject, job);
            }
            return new Result(STAND_IN, jobs.size(), seconds);
        }
    }

    private static Result built(Subject subject, List<Job> jobs) throws PeerFault, InterruptedException {
        try (Scratch scratch = Scratch.make("cold")) {
            ColdBuild build = new ColdBuild(subject, scratch.folder());
            build.generate();
            Program.Ended first = build.maven(jobs.getFirst());
            if (first.status() != 0) {
                throw new PeerFault("a cold build could not be measured: '" + TOOL
                        + "' does not build the unchanged project: " + first.lastLines());
            }
            long nanos = 0;
            for (Job job : jobs) {
                nanos += build.candidate(job);
            }
            return new Result(TOOL, jobs.size(), nanos / 1e9);
        } catch (IOException e) {
            throw new PeerFault("a cold build could not be measured: " + e.getMessage());
        }
    }

    /** Nanoseconds of one build with the edit; the original is put back after it. */
    private long candidate(Job job) throws IOException, InterruptedException, PeerFault {
        Path file = project.resolve("src/main/java").resolve(job.candidate().path());
        String original = Files.readString(file);
        Files.writeString(file, job.candidate().text());
        long start = System.nanoTime();
        Program.Ended ended = maven(job);
        long nanos = System.nanoTime() - start;
        Files.writeString(file, original);
        if (ended.overdue()) {
            throw new PeerFault("'" + TOOL + "' took longer than " + LIMIT.toMinutes() + " min for one candidate");
        }
        return nanos;
    }

    private Program.Ended maven(Job job) throws IOException, InterruptedException {
        TreeMap<String, TreeSet<String>> methods = new TreeMap<>();
        job.tests().stream()
                .limit(MOST_TESTS)
                .forEach(run -> methods.computeIfAbsent(run.test().className(), name -> new TreeSet<>())
                        .add(run.test().method().replaceAll("\\(.*", "*")));
        String tests = methods.entrySet().stream()
                .map(one -> one.getKey() + "#" + String.join("+", one.getValue()))
                .collect(Collectors.joining(","));
        ProcessBuilder builder = new ProcessBuilder(
                        "mvn", "-o", "-q", "-B", "test", "-Dtest=" + tests, "-Dsurefire.failIfNoSpecifiedTests=false")
                .directory(project.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Program.run(builder, LIMIT, line -> {});
    }

    private void generate() throws IOException {
        copy(subject.layout().mainSources(), "src/main/java");
        copy(subject.layout().mainResources(), "src/main/resources");
        copy(subject.layout().testResources(), "src/test/resources");
        copyTests();
        Files.writeString(project.resolve("pom.xml"), ColdProject.pom(subject.release(), subject.dependencies()));
    }

    private void copy(Path from, String to) throws IOException {
        copy(from, to, file -> !file.endsWith("module-info.java"));
    }

    /** Test files without a class did not compile when the repository was prepared. */
    private void copyTests() throws IOException {
        SortedSet<String> compiled = subject.testClasses();
        copy(
                subject.layout().testSources(),
                "src/test/java",
                file -> !file.endsWith(".java")
                        || compiled.contains(file.substring(0, file.length() - ".java".length())
                                .replace('/', '.')));
    }

    private void copy(Path from, String to, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = from.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name)) {
                    Path target = project.resolve(to).resolve(name);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
