package org.elenchus.tools.cli.bench.peer;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.bench.measure.Job;
import org.elenchus.tools.cli.bench.measure.Pass;

/**
 * One warm JVM that compiles whole files and runs tests through JUnit, without isolation, instrumentation, fuel or protocol: as fast as
 * that can be without compiling or running less.
 */
public final class BareLimit {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private BareLimit() {}

    /**
     * What it measured.
     *
     * @param skipped candidates that could not be exchanged in place, as more than bodies of methods changed
     * @param killed candidates that failed a test, as all of them should
     * @param processorSeconds of its process
     * @param ours the same candidates, in a sandbox
     */
    public record Result(int candidates, int skipped, int killed, double seconds, double processorSeconds, Pass ours) {
        public double perSecond() {
            return candidates / seconds;
        }

        public double perProcessorSecond() {
            return candidates / processorSeconds;
        }
    }

    /** Executes the same jobs in a sandbox. */
    public interface Sandboxed {
        Pass execute(List<Job> jobs) throws PeerFault, InterruptedException;
    }

    /** @param jobs all of which end by themselves: nothing stops them here */
    public static Result measure(Subject subject, List<Job> jobs, Sandboxed sandboxed)
            throws PeerFault, InterruptedException {
        BareWork.Done done = run(subject, jobs, true);
        List<Job> executed = done.executed().stream().map(jobs::get).toList();
        if (executed.isEmpty()) {
            throw new PeerFault("the bare limit could execute none of " + jobs.size() + " candidates");
        }
        return new Result(
                executed.size(),
                jobs.size() - executed.size(),
                done.killed(),
                done.seconds(),
                done.processorSeconds(),
                sandboxed.execute(executed));
    }

    /** Wall time of a JVM started for one candidate alone. */
    static double coldSeconds(Subject subject, Job job) throws PeerFault, InterruptedException {
        long start = System.nanoTime();
        run(subject, List.of(job), false);
        return (System.nanoTime() - start) / 1e9;
    }

    private static BareWork.Done run(Subject subject, List<Job> jobs, boolean warm)
            throws PeerFault, InterruptedException {
        try (Scratch scratch = Scratch.make("bare")) {
            Path work = scratch.folder().resolve("work.json");
            Path result = scratch.folder().resolve("result.json");
            Files.write(work, ProtocolJson.write(work(subject, jobs, warm)));
            ProcessBuilder builder = new ProcessBuilder(command(subject, agent(scratch.folder()), work, result))
                    .directory(subject.showSources(scratch.folder()).toFile());
            Program.Ended ended = Program.run(builder, LIMIT, line -> {});
            if (ended.status() != 0 || !Files.exists(result)) {
                throw new PeerFault("the bare limit's process "
                        + (ended.overdue() ? "took too long" : "ended with status " + ended.status() + ": ")
                        + ended.lastLines());
            }
            return ProtocolJson.read(Files.readAllBytes(result), BareWork.Done.class);
        } catch (IOException e) {
            throw new PeerFault("the bare limit could not be measured: " + e.getMessage());
        }
    }

    private static BareWork work(Subject subject, List<Job> jobs, boolean warm) throws IOException {
        return new BareWork(
                subject.release(),
                Stream.concat(Stream.of(subject.layout().mainClasses()), subject.dependencies().stream())
                        .map(Path::toString)
                        .toList(),
                warm,
                jobs.stream()
                        .map(job -> new BareWork.Item(
                                job.candidate().path(),
                                job.candidate().text(),
                                job.tests().stream()
                                        .map(run -> run.test().toString())
                                        .toList()))
                        .toList());
    }

    private static List<String> command(Subject subject, Path agent, Path work, Path result) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                subject.settings().java().toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-javaagent:" + agent,
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US",
                "-cp",
                Subject.joined(subject.classPath()) + File.pathSeparator + System.getProperty("java.class.path"),
                BareLimitMain.class.getName()));
        command.add(work.toString());
        command.add(result.toString());
        return command;
    }

    /** An agent is a jar with a manifest; the class it names lies on the class path. */
    private static Path agent(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", BareLimitMain.class.getName());
        attributes.putValue("Can-Redefine-Classes", "true");
        Path jar = folder.resolve("agent.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.finish();
        }
        return jar;
    }
}
