package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.Quota;
import org.elenchus.tools.sandbox.host.RunningWorker;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;

/** A sandbox in which hostile candidates run, and what was seen of them. */
final class AttackedSandbox implements AutoCloseable {
    static final Quota QUOTA = new Quota(16, 2_000, 200, 1024, 512, 2);
    private static final SandboxSettings.TimeLimits LIMITS = new SandboxSettings.TimeLimits(
            Duration.ofMillis(700), Duration.ofMillis(300), Duration.ofSeconds(60), Duration.ofSeconds(3));
    private static final String CALCULATOR = "tiny/Calculator.java";

    /** Starts a program in spite of the guard on the calls that do, and keeps it. */
    private static final String LAUNCH = "static Object launch(String... command) throws Throwable {"
            + " return ProcessBuilder.class.getMethod(\"start\").invoke(new ProcessBuilder(command)); }";

    private final String marker = "elenchus.attack." + Long.toHexString(System.nanoTime());
    private final Kind kind;
    private final TinySnapshot tiny;
    private final WorkerSandboxes sandboxes;
    private final WorkerSandbox sandbox;
    private final Path secret;
    private final AttackTable table;

    /** How a suite makes the sandboxes it attacks. */
    interface Kind {
        WorkerHosts hosts(SandboxSettings settings) throws Exception;
    }

    AttackedSandbox(Kind kind, Path repositories, Path elsewhere) throws Exception {
        this.kind = kind;
        tiny = TinySnapshot.in(repositories, 17);
        SandboxSettings settings = SandboxSettings.inside(repositories)
                .withHeap(128)
                .withQuota(QUOTA)
                .withLimits(LIMITS);
        sandboxes = ofItsKind(settings);
        sandbox = (WorkerSandbox) sandboxes.open();
        sandbox.build(tiny.digest());
        secret = Files.writeString(elsewhere.resolve("id_rsa"), "a key");
        table = new AttackTable(enforcement().kind());
    }

    /** Other sandboxes, as this one is. */
    WorkerSandboxes ofItsKind(SandboxSettings settings) throws Exception {
        return new WorkerSandboxes(kind.hosts(settings), settings, new MapMemo());
    }

    Enforcement enforcement() {
        return sandboxes.enforcement();
    }

    /** The worker that now serves; there is one after {@link #nextIsServed}. */
    RunningWorker worker() {
        return sandbox.worker().orElseThrow();
    }

    /** The next candidate meets a worker that nobody has attacked. */
    void renew() {
        sandbox.worker().ifPresent(RunningWorker::kill);
    }

    TinySnapshot snapshot() {
        return tiny;
    }

    /** A file of this machine that no candidate may see. */
    Path secret() {
        return secret;
    }

    /** A word that tells what these attacks left from what was there. */
    String marker() {
        return marker;
    }

    void row(String attack, String expected, String seen) {
        table.add(attack, expected, seen);
    }

    /** Whether a bound must hold; if not, the row says so. */
    boolean claimed(Bound bound, String attack, String expected, String seen) {
        boolean holds = enforcement().holds(bound);
        row(attack, holds ? expected : "NOT ENFORCED HERE", seen);
        return holds;
    }

    /** Runs hostile code in a method under test, and gives what it reports, or else what became of it. */
    String attack(String body) {
        String attack = " class Attack { " + LAUNCH + " static String run() throws Throwable { " + body + " } }";
        return outcome(Overlay.of(Map.of(
                CALCULATOR,
                TinySnapshot.source(CALCULATOR)
                                .replace(
                                        "calls++;",
                                        "String seen; try { seen = Attack.run(); } catch (Throwable t) { seen ="
                                                + " \"refused: \" + (t.getCause() == null ? t : t.getCause()); }"
                                                + " if (calls == 0) throw new RuntimeException(seen);")
                        + attack)));
    }

    String outcome(Overlay overlay) {
        ExecutionRequest request = new ExecutionRequest(
                tiny.digest(),
                overlay,
                List.of(new TestRun(TestId.parse("tiny.JupiterTest#adds()"), 1_000_000_000L)),
                false);
        try {
            Execution execution = sandbox.executeAfresh(request);
            if (execution instanceof Execution.TestsRan ran) {
                return switch (ran.results().get(0).outcome()) {
                    case TestOutcome.Errored errored
                    when errored.failure().exception().equals("java.lang.RuntimeException") ->
                        errored.failure().message();
                    case TestOutcome other -> other.getClass().getSimpleName();
                };
            }
            return execution.toString();
        } catch (SandboxFault e) {
            return "fault: " + e.getMessage();
        }
    }

    void nextIsServed() {
        assertThat(outcome(Overlay.NONE)).isEqualTo("Passed");
    }

    /** A candidate whose sum is wrong, with a file of its own. */
    static Overlay wrongWith(String path, String text) {
        return Overlay.of(new TreeMap<>(Map.of(CALCULATOR, subtracting(), path, text)));
    }

    /** A candidate whose sum is wrong, with code that runs before it. */
    static Overlay wrong(String code) {
        return Overlay.of(Map.of(CALCULATOR, subtracting().replace("calls++;", code)));
    }

    private static String subtracting() {
        return TinySnapshot.source(CALCULATOR).replace("return a + b;", "return a - b;");
    }

    /** Code for a process that serves for ever. @param detached starts a session of its own, where a tool does that */
    String spawn(boolean detached) {
        String java = "System.getProperty(\"java.home\") + \"/bin/java\", \"-D" + marker
                + "\", \"-Xmx16m\", \"-m\", \"jdk.httpserver\", \"-b\", \"127.0.0.1\", \"-p\", \"0\"";
        return detached
                ? "if (new java.io.File(\"/usr/bin/setsid\").exists()) launch(\"/usr/bin/setsid\", \"--fork\", " + java
                        + "); else launch(" + java + ");"
                : "launch(" + java + ");";
    }

    /** The spawned processes that still run. */
    List<ProcessHandle> survivors() {
        List<ProcessHandle> found = new ArrayList<>();
        ProcessHandle.allProcesses().forEach(process -> {
            try {
                if (Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                        .contains(marker)) {
                    found.add(process);
                }
            } catch (IOException e) {
                // It has ended, or is no business of ours.
            }
        });
        return found;
    }

    @Override
    public void close() throws IOException {
        try {
            row("10 empty, no-op or bug-reverting task", "rejected", "no sandbox's matter: the gates, in actors");
            row("11 flaky test", "quarantined", "no sandbox's matter: suite study, in mining");
            row("22 hostile archive", "rejected", "no sandbox's matter: intake, in mining");
            row("23 XXE in a report", "refused", "no sandbox's matter: report.JUnitXml, in verifier");
            table.print();
        } finally {
            sandbox.close();
            sandboxes.close();
            survivors().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
