package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks that really run. A bound that the sandbox claims must hold; one that it says it does not enforce is attacked all the same, and
 * what happened is a line of the table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttackSuite {
    private static final String WRONG = "return a - b;";
    private static final Quota SMALL = new Quota(16, 2_000, 200, 1024, 512, 2);
    private static final int MEMORY_BOMB_MEGABYTES = 2000;

    /** Starts a program in spite of the guard on the calls that do, and keeps it. */
    private static final String LAUNCH = "static Object launch(String... command) throws Throwable {"
            + " return ProcessBuilder.class.getMethod(\"start\").invoke(new ProcessBuilder(command)); }";

    private final String marker = "elenchus.attack." + Long.toHexString(System.nanoTime());
    private TinySnapshot tiny;
    private WorkerSandboxes sandboxes;
    private WorkerSandbox sandbox;
    private Path secret;
    private AttackTable table;

    abstract WorkerHosts hosts(SandboxSettings settings) throws Exception;

    @BeforeAll
    void open(@TempDir Path repositories, @TempDir Path elsewhere) throws Exception {
        tiny = TinySnapshot.in(repositories, 17);
        SandboxSettings settings = SandboxSettings.inside(repositories)
                .withHeap(128)
                .withQuota(SMALL)
                .withLimits(new SandboxSettings.TimeLimits(
                        Duration.ofMillis(700), Duration.ofMillis(300), Duration.ofSeconds(60), Duration.ofSeconds(3)));
        sandboxes = new WorkerSandboxes(hosts(settings), settings, new MapMemo());
        sandbox = (WorkerSandbox) sandboxes.open();
        sandbox.build(tiny.digest());
        secret = Files.writeString(elsewhere.resolve("id_rsa"), "a key");
        table = new AttackTable(enforcement().kind());
    }

    @AfterAll
    void close() throws IOException {
        try {
            table.add("10 empty, no-op or bug-reverting task", "rejected", "no sandbox's matter: the gates, in actors");
            table.add("11 flaky test", "quarantined", "no sandbox's matter: suite study, in mining");
            table.add("22 hostile archive", "rejected", "no sandbox's matter: intake, in mining");
            table.add("23 XXE in a report", "refused", "no sandbox's matter: report.JUnitXml, in verifier");
            table.print();
        } finally {
            sandbox.close();
            sandboxes.close();
            survivors().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private Enforcement enforcement() {
        return sandboxes.enforcement();
    }

    /** Whether a bound must hold; if not, the row says so. */
    private boolean claimed(Bound bound, String row, String expected, String seen) {
        boolean holds = enforcement().holds(bound);
        table.add(row, holds ? expected : "NOT ENFORCED HERE", seen);
        return holds;
    }

    private ExecutionRequest request(Overlay overlay) {
        return new ExecutionRequest(
                tiny.digest(),
                overlay,
                List.of(new TestRun(TestId.parse("tiny.JupiterTest#adds()"), 1_000_000_000L)),
                false);
    }

    private static String source(String body) {
        String attack = " class Attack { " + LAUNCH + " static String run() throws Throwable { " + body + " } }";
        return TinySnapshot.source("tiny/Calculator.java")
                        .replace(
                                "calls++;",
                                "String seen; try { seen = Attack.run(); } catch (Throwable t) { seen = \"refused: \""
                                        + " + (t.getCause() == null ? t : t.getCause()); }"
                                        + " if (calls == 0) throw new RuntimeException(seen);")
                + attack;
    }

    /** Runs hostile code in a method under test, and gives what it reports, or else what became of it. */
    private String attack(String body) {
        return outcome(Overlay.of(Map.of("tiny/Calculator.java", source(body))));
    }

    private String outcome(Overlay overlay) {
        try {
            Execution execution = sandbox.executeAfresh(request(overlay));
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

    private void nextIsServed() {
        assertThat(outcome(Overlay.NONE)).isEqualTo("Passed");
    }

    private static Overlay wrongWith(String path, String text) {
        return Overlay.of(new TreeMap<>(Map.of(
                "tiny/Calculator.java",
                TinySnapshot.source("tiny/Calculator.java").replace("return a + b;", WRONG),
                path,
                text)));
    }

    private static Overlay wrong(String code) {
        return Overlay.of(Map.of(
                "tiny/Calculator.java",
                TinySnapshot.source("tiny/Calculator.java")
                        .replace("return a + b;", WRONG)
                        .replace("calls++;", code)));
    }

    @Test
    void row_01_an_exit_is_no_pass() {
        String seen = outcome(wrong("System.exit(0);"));
        String halted =
                attack("Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 0); return \"\";");
        table.add("01 System.exit, halt by reflection", "no pass", seen + "; " + halted);
        assertThat(seen).isEqualTo("Errored");
        assertThat(halted).startsWith("Crashed");
        nextIsServed();
    }

    @Test
    void row_02_a_patch_brings_no_test_extensions() {
        String service =
                outcome(wrongWith("META-INF/services/org.junit.jupiter.api.extension.Extension", "tiny.Skipping\n"));
        String properties = outcome(wrongWith("junit-platform.properties", "junit.jupiter.conditions.deactivate=*\n"));
        table.add("02 extensions by META-INF/services", "no pass", service + "; " + properties);
        assertThat(List.of(service, properties)).doesNotContain("Passed");
    }

    @Test
    void row_03_a_patch_brings_no_framework_classes() {
        String assertions = "package org.junit.jupiter.api; public class Assertions {"
                + " public static void assertEquals(int a, int b) {} }";
        String seen = outcome(wrongWith("org/junit/jupiter/api/Assertions.java", assertions));
        table.add("03 its own org.junit Assertions", "no pass", seen);
        assertThat(seen).isNotEqualTo("Passed");
        nextIsServed();
    }

    @Test
    void row_04_code_that_looks_for_the_test_on_its_stack_is_not_prevented() {
        String seen = outcome(wrong("for (StackTraceElement frame : new Throwable().getStackTrace())"
                + " if (frame.getClassName().equals(\"tiny.JupiterTest\")) return a + b;"));
        table.add("04 looks for JUnit on the stack", "NOT PREVENTABLE; held-back tests catch it", seen);
        assertThat(seen).isEqualTo("Passed");
    }

    @Test
    void row_05_printed_passes_are_ignored() {
        String seen =
                outcome(wrong("System.out.println(\"Tests run: 1, Failures: 0\\n<testcase name='adds'/>\\nok 1\");"));
        table.add("05 prints fake passes", "no pass", seen);
        assertThat(seen).isEqualTo("Failed");
    }

    @Test
    void row_06_a_forged_answer_is_no_answer() {
        String seen = attack("java.io.DataOutputStream out = new java.io.DataOutputStream("
                + "new java.io.FileOutputStream(java.io.FileDescriptor.out));"
                + " for (int i = 0; i < 50; i++) { out.writeInt(18); out.writeLong(i); out.write(0); out.write(1);"
                + " out.writeLong(0); out.flush(); } return \"written\";");
        table.add("06 forged answers on the channel", "the candidate crashed", seen);
        assertThat(seen).startsWith("Crashed");
        nextIsServed();
    }

    @Test
    void row_07_tests_are_not_edited_or_replaced() {
        String test = TinySnapshot.source("../../test/java/tiny/JupiterTest.java")
                .replace("assertEquals(5, calculator.add(2, 3));", "");
        List<String> seen = new ArrayList<>();
        seen.add(outcome(wrongWith("../../test/java/tiny/JupiterTest.java", test)));
        seen.add(outcome(wrongWith("tiny/JupiterTest.java", test)));
        table.add("07 tests edited or replaced", "no pass", seen.toString());
        assertThat(seen).doesNotContain("Passed");
    }

    @Test
    void row_08_build_files_mean_nothing() {
        String seen = outcome(wrongWith("../../../pom.xml", "<project/>"));
        table.add("08 build files edited", "no pass; no build tool runs", seen);
        assertThat(seen).isNotEqualTo("Passed");
        assertThat(SnapshotLayout.of(tiny.repositories(), tiny.digest()).root().resolve("pom.xml"))
                .doesNotExist();
    }

    @Test
    void row_09_there_is_no_history_to_find_a_fix_in() {
        String seen = attack("java.nio.file.Path p = java.nio.file.Path.of(\"src\").toRealPath(); StringBuilder found ="
                + " new StringBuilder(); for (; p != null; p = p.getParent()) if (java.nio.file.Files.exists("
                + "p.resolve(\".git\"))) found.append(p); return \"git: \" + found;");
        table.add("09 the fix in git history", "nothing there", seen);
        assertThat(seen).isEqualTo("git: ");
    }

    @Test
    void row_12_an_annotation_processor_does_not_run(@TempDir Path repositories, @TempDir Path host) throws Exception {
        Path sentinel = host.resolve("touched");
        TinySnapshot hostile = TinySnapshot.in(repositories, 17);
        SnapshotLayout layout = SnapshotLayout.of(repositories, hostile.digest());
        Files.createDirectories(layout.mainResources().resolve("META-INF/services"));
        Files.writeString(
                layout.mainResources().resolve("META-INF/services/javax.annotation.processing.Processor"),
                "tiny.Evil\n");
        Files.writeString(
                layout.mainSources().resolve("tiny/Evil.java"),
                "package tiny; public class Evil { static { try { java.nio.file.Files.createFile(java.nio.file.Path.of(\""
                        + sentinel + "\")); } catch (java.io.IOException e) { } } }");
        SandboxSettings settings = SandboxSettings.inside(repositories).withHeap(128);
        try (WorkerSandboxes others = new WorkerSandboxes(hosts(settings), settings, new MapMemo());
                WorkerSandbox other = (WorkerSandbox) others.open()) {
            other.build(hostile.digest());
        }
        table.add("12 annotation processor at import", "not run", Files.exists(sentinel) ? "ran" : "not run");
        assertThat(sentinel).doesNotExist();
    }

    @Test
    void row_13_a_fork_bomb_ends_at_the_limit() throws Exception {
        int many = SMALL.processes() + 60;
        String threads = bomb(
                many,
                // A sleep would be cut short: on a busy machine the first would be gone before the last is there.
                "Thread t = new Thread(() -> java.util.concurrent.locks.LockSupport.parkNanos(30_000_000_000L));"
                        + " t.setDaemon(true); t.start();");
        String processes = bomb(many, "launch(\"/bin/sleep\", \"30\");");
        long start = System.nanoTime();
        new ProcessBuilder("true").start().waitFor();
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (claimed(
                Bound.PROCESSES,
                "13 thread bomb, fork bomb",
                "stopped at the limit",
                threads + "; " + processes + "; next process of ours after " + millis + " ms")) {
            assertThat(List.of(threads, processes)).noneMatch(seen -> seen.startsWith("went on"));
        }
        assertThat(millis).isLessThan(1000);
        nextIsServed();
    }

    /** Starts many of something in a worker that has not been attacked yet. */
    private String bomb(int many, String start) {
        sandbox.worker().ifPresent(RunningWorker::kill);
        String seen = attack("int n = 0; try { for (; n < " + many + "; n++) { " + start + " } } catch (Throwable t) {"
                + " return \"stopped at \" + n + \": \" + (t.getCause() == null ? t : t.getCause()); }"
                + " return \"went on to \" + n;");
        sandbox.worker().ifPresent(RunningWorker::kill);
        return seen;
    }

    @Test
    void row_14_a_memory_bomb_takes_its_own_worker_alone() {
        String heap = attack("StringBuilder all = new StringBuilder(\"x\"); while (true) all.append(all);");
        String bomb =
                attack("java.lang.reflect.Field f = Class.forName(\"sun.misc.Unsafe\").getDeclaredField(\"theUnsafe\");"
                        + " f.setAccessible(true); Object u = f.get(null); java.lang.reflect.Method a = u.getClass().getMethod("
                        + "\"allocateMemory\", long.class), s = u.getClass().getMethod(\"setMemory\", long.class, long.class,"
                        + " byte.class); int mb = 0; try { for (; mb < " + MEMORY_BOMB_MEGABYTES
                        + "; mb += 32) { long at = (Long)"
                        + " a.invoke(u, 32L << 20); s.invoke(u, at, 32L << 20, (byte) 1); } } catch (Throwable t) { return"
                        + " \"stopped at \" + mb + \" MB: \" + (t.getCause() == null ? t : t.getCause()); }"
                        + " return \"went on to \" + mb + \" MB\";");
        if (claimed(Bound.MEMORY, "14 memory bomb, heap and native", "stopped; out of memory", heap + "; " + bomb)) {
            assertThat(bomb).doesNotStartWith("went on");
        }
        assertThat(heap).containsAnyOf("out of memory", "OutOfMemoryError");
        nextIsServed();
    }

    @Test
    void row_15_a_full_disk_is_its_own() {
        String seen = attack("byte[] mb = new byte[1 << 20]; int n = 0; try { for (; n < 64; n++)"
                + " java.nio.file.Files.write(java.nio.file.Path.of(System.getProperty(\"java.io.tmpdir\"), \"f\" + n), mb); }"
                + " catch (java.io.IOException e) { return \"stopped at \" + n + \" MB: \" + e.getMessage(); }"
                + " return \"went on to \" + n + \" MB\";");
        if (claimed(Bound.DISK, "15 disk fill", "stopped at the quota", seen)) {
            assertThat(seen).startsWith("stopped at").contains("No space left");
        }
        nextIsServed();
    }

    @Test
    void row_16_endless_output_is_dropped_and_the_heap_stays_flat() {
        long before = used();
        String seen = attack("java.io.FileOutputStream err = new java.io.FileOutputStream(java.io.FileDescriptor.err);"
                + " byte[] line = new byte[1 << 20]; java.util.Arrays.fill(line, (byte) 'x');"
                + " for (int i = 0; i < 200; i++) { err.write(line); System.out.write(line, 0, line.length); }"
                + " return \"written 200 MB\";");
        long grown = (used() - before) >> 20;
        table.add("16 endless output", "dropped, flat heap", seen + "; heap grew by " + Math.max(0, grown) + " MB");
        assertThat(grown).isLessThan(64);
        nextIsServed();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A process that serves for ever, told by its command line. @param detached starts a session of its own, where a tool does that */
    private String spawn(boolean detached) {
        String java = "System.getProperty(\"java.home\") + \"/bin/java\", \"-D" + marker
                + "\", \"-Xmx16m\", \"-m\", \"jdk.httpserver\", \"-b\", \"127.0.0.1\", \"-p\", \"0\"";
        return detached
                ? "if (new java.io.File(\"/usr/bin/setsid\").exists()) launch(\"/usr/bin/setsid\", \"--fork\", " + java
                        + "); else launch(" + java + ");"
                : "launch(" + java + ");";
    }

    private List<ProcessHandle> survivors() {
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

    @Test
    void row_17_nothing_outlives_the_deadline() throws Exception {
        String hang = " java.util.regex.Pattern.matches(\"(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x\","
                + " new String(new char[3000]).replace('\\0', 'a')); return \"\";";
        String begun = attack(spawn(false) + spawn(true) + " Thread.sleep(1500); return \"started\";");
        int alive = survivors().size();
        String seen = attack(spawn(true) + hang);
        Thread.sleep(500);
        List<ProcessHandle> left = survivors();
        left.forEach(ProcessHandle::destroyForcibly);
        if (claimed(
                Bound.SURVIVORS,
                "17 endless loop, daemonised child",
                "all dead by the deadline",
                begun + " " + alive + "; " + seen + "; survivors: " + left.size())) {
            assertThat(begun).isEqualTo("started");
            assertThat(alive).isPositive();
            assertThat(left).isEmpty();
        }
        assertThat(seen).startsWith("TimedOut");
        nextIsServed();
    }

    @Test
    void row_18_leaked_threads_do_not_reach_the_next_candidate() {
        String seen = attack("Thread t = new Thread(() -> { while (true) { try { Thread.sleep(1000); }"
                + " catch (Throwable e) { } } }); t.start(); return \"leaked\";");
        table.add("18 leaked non-daemon thread", "worker replaced or thread ended", seen);
        nextIsServed();
    }

    @Test
    void row_19_there_is_no_network() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String seen = attack("StringBuilder said = new StringBuilder(); for (String to : new String[] {\"127.0.0.1:"
                    + server.getLocalPort() + "\", \"169.254.169.254:80\", \"1.1.1.1:53\"}) { String[] part ="
                    + " to.split(\":\"); try (java.net.Socket s = new java.net.Socket()) { s.connect(new"
                    + " java.net.InetSocketAddress(part[0], Integer.parseInt(part[1])), 300); said.append(\"reached \" +"
                    + " to + \" \"); } catch (java.io.IOException e) { said.append(\"no \"); } } try {"
                    + " java.net.InetAddress.getByName(\"example.org\"); said.append(\"resolved\"); } catch"
                    + " (java.net.UnknownHostException e) { said.append(\"unresolved\"); } return said.toString();");
            if (claimed(Bound.NETWORK, "19 network, metadata address, DNS", "refused", seen)) {
                assertThat(seen).doesNotContain("reached");
            }
            assertThat(seen).endsWith("unresolved");
        }
    }

    @Test
    void row_20_there_is_no_secret_to_read() {
        Optional<String> ours = System.getenv().keySet().stream()
                .filter(name ->
                        !List.of("PATH", "LANG", "HOME", "PWD", "HOSTNAME", "_").contains(name))
                .findFirst();
        String seen = attack("StringBuilder said = new StringBuilder(); if (System.getenv().containsKey(\""
                + ours.orElse("ELENCHUS_NOTHING")
                + "\")) said.append(\"environment \"); for (String file : new String[] {\""
                + secret + "\", \"/etc/shadow\", \"/proc/"
                + ProcessHandle.current().pid() + "/environ\", \"/proc/"
                + ProcessHandle.current().pid() + "/cwd/pom.xml\"}) { try { if (java.nio.file.Files.readAllBytes("
                + "java.nio.file.Path.of(file)).length > 0) said.append(file + \" \"); } catch (java.io.IOException e) { } }"
                + " return \"read: \" + said;");
        boolean holds = claimed(Bound.HOST_FILES, "20 environment, /proc, keys", "nothing there", seen);
        assertThat(seen).doesNotContain("environment");
        if (holds) {
            assertThat(seen).isEqualTo("read: ");
        }
    }

    @Test
    void row_21_writes_do_not_leave_the_private_folder() throws Exception {
        List<String> paths = new ArrayList<>();
        for (String path :
                List.of("../../../../../../escaped.java", "/tmp/" + marker + ".java", "../../.git/hooks/x.java")) {
            paths.add(outcome(wrongWith(path, "class Escaped {}")));
        }
        assertThat(paths).doesNotContain("Passed");
        assertThat(Path.of("/tmp", marker + ".java")).doesNotExist();
        String seen = attack("StringBuilder said = new StringBuilder(); java.nio.file.Path link ="
                + " java.nio.file.Path.of(\"link\"); java.nio.file.Files.createSymbolicLink(link, java.nio.file.Path.of(\""
                + secret + "\")); for (java.nio.file.Path to : new java.nio.file.Path[] {link, java.nio.file.Path.of("
                + "\"src/main/java/tiny/Calculator.java\"), java.nio.file.Path.of(\"src\").toRealPath().resolve("
                + "\"../classes/main/tiny/Calculator.class\")}) { try { java.nio.file.Files.write(to, new byte[0],"
                + " java.nio.file.StandardOpenOption.APPEND); said.append(to + \" \"); } catch (java.io.IOException e) { } }"
                + " return \"wrote: \" + said;");
        if (claimed(Bound.WRITES, "21 ../, absolute paths, symlinks", "refused", seen)) {
            assertThat(seen).isEqualTo("wrote: ");
        }
        nextIsServed();
    }

    @Test
    void row_24_what_it_says_steers_no_terminal() {
        String seen = attack("return \"\\u001b[2J\\u202e<script>\" + \"x\".repeat(100000);");
        table.add(
                "24 hostile texts",
                "capped, shown as escapes",
                seen.substring(0, Math.min(24, seen.length())) + "… of " + seen.length()
                        + "; nested or large declarations: declaration.DeclarationFile, in verifier");
        assertThat(seen).startsWith("\\u001b[2J\\u202e<script>x").hasSizeLessThan(500);
    }

    @Test
    void row_25_a_killed_worker_costs_a_retry_and_no_verdict() throws Exception {
        nextIsServed();
        sandbox.worker().orElseThrow().kill();
        nextIsServed();
        table.add("25 kill -9 of a worker", "one verdict", "Passed; while it runs: the conformance suite");
    }

    @Test
    void many_hostile_candidates_leave_nothing_behind() throws Exception {
        int count = Integer.getInteger("elenchus.hostile", 5);
        List<String> hostile = List.of(
                "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 1); return \"\";",
                spawn(false) + " return \"\";",
                "new Thread(() -> { while (true) ; }).start(); return \"\";",
                "byte[] mb = new byte[1 << 20]; for (int i = 0; i < 4; i++) java.nio.file.Files.write("
                        + "java.nio.file.Path.of(\"left\" + i), mb); return \"\";",
                "StringBuilder all = new StringBuilder(\"x\"); while (true) all.append(all);");
        nextIsServed();
        long threads = Thread.activeCount();
        long heap = used();
        List<Path> homes = homes();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            attack(hostile.get(i % hostile.size()));
        }
        nextIsServed();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        sandbox.worker().orElseThrow().close();
        long grown = Math.max(0, used() - heap) >> 20;
        String seen = count + " in " + seconds + " s; threads +" + (Thread.activeCount() - threads) + ", heap +" + grown
                + " MB, processes " + survivors().size();
        table.add("99 many hostile candidates", "no leak", seen);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Thread.activeCount() <= threads + 4);
        assertThat(grown).isLessThan(32);
        if (enforcement().holds(Bound.SURVIVORS)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> survivors().isEmpty());
        }
        assertThat(homes()).hasSizeLessThanOrEqualTo(homes.size());
        nextIsServed();
    }

    private static List<Path> homes() throws IOException {
        String own = "elenchus-worker-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith(own))
                    .toList();
        }
    }
}
