package org.elenchus.tools.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the command and its report, each really run. */
class CommandSandboxTest {
    private static final TestId PLAIN = new TestId("suite", "is plain");
    private static final TestId OTHER = new TestId("suite", "other");

    /** One test that passes while the main file says so. */
    private static final String HONEST = """
            if grep -q good main/word.txt; then told=; status=0; else told='<failure type="Odd" message="no good"/>'; status=1; fi
            echo "<testsuite><testcase classname='suite' name='is plain'>$told</testcase></testsuite>" >"$report/a.xml"
            """;

    private static final Map<String, String> FILES = Map.of("main/word.txt", "good\n", "main/other.txt", "x\n");

    @TempDir
    Path folder;

    private Snapshots snapshots;
    private Watched host;

    @BeforeEach
    void make() {
        snapshots = new Snapshots(folder);
        host = new Watched(snapshots.host());
    }

    private Execution run(String script, Map<String, String> overlay) throws Exception {
        return run(snapshots.scripted(script, FILES, "\"wallSeconds\": 3, \"outputKilobytes\": 64"), overlay, PLAIN);
    }

    private Execution run(Digest snapshot, Map<String, String> overlay, TestId... tests) throws Exception {
        try (Sandbox sandbox = snapshots.sandbox(host)) {
            List<TestRun> runs =
                    Stream.of(tests).map(test -> new TestRun(test, 1)).toList();
            return sandbox.executeAfresh(new ExecutionRequest(snapshot, Overlay.of(overlay), runs, false));
        }
    }

    private static TestOutcome only(Execution execution) {
        assertThat(execution).isInstanceOf(Execution.TestsRan.class);
        return ((Execution.TestsRan) execution).results().get(0).outcome();
    }

    private static final String END = "exit $status\n";

    @Test
    void an_edit_is_seen_by_the_command_and_by_no_later_one() throws Exception {
        assertThat(only(run(HONEST + END, Map.of())).passed()).isTrue();
        assertThat(only(run(HONEST + END, Map.of("main/word.txt", "bad\n"))).observedFailure())
                .isTrue();
        assertThat(only(run(HONEST + END, Map.of())).passed()).isTrue();
    }

    @Test
    void a_test_that_was_asked_for_and_not_reported_has_not_passed() throws Exception {
        Digest snapshot = snapshots.scripted(HONEST + END, FILES, "");

        Execution execution = run(snapshot, Map.of(), OTHER, PLAIN);

        assertThat(execution).isInstanceOfSatisfying(Execution.TestsRan.class, ran -> {
            assertThat(ran.results()).extracting(result -> result.test()).containsExactly(OTHER, PLAIN);
            assertThat(ran.results().get(0).outcome()).isInstanceOf(TestOutcome.NotRun.class);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0\n", // ends before anything is reported
                "echo \"<testsuite><testcase classname='suite' name='is plain'/></testsuite>\"; exit 0\n", // prints a
                // pass
                "mkdir -p report; echo \"<testsuite><testcase classname='suite' name='is plain'/></testsuite>\" >report/a.xml; exit 0\n",
                "echo \"<testsuite/>\" >\"$report/a.xml\"; exit 0\n",
                "echo \"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='&e;'/></testsuite>\" >\"$report/a.xml\"\n",
                "ln -s /etc/passwd \"$report/a.xml\"; exit 0\n",
                "mkfifo \"$report/a.xml\"; exit 0\n",
                "rm -r \"$report\"; ln -s / \"$report\"; exit 0\n",
                "head -c 200000 /dev/zero | tr '\\0' 'a'; exit 0\n" // shouts
            })
    void no_result_is_no_pass(String script) throws Exception {
        assertThat(run(script, Map.of())).isInstanceOf(Execution.Crashed.class);
    }

    @Test
    void a_report_without_failures_and_a_status_of_failure_do_not_agree() throws Exception {
        assertThat(run(HONEST + "exit 1\n", Map.of())).isInstanceOf(Execution.Crashed.class);
    }

    @Test
    void a_report_of_failures_and_a_status_of_success_do_not_agree() throws Exception {
        assertThat(run(HONEST + "exit 0\n", Map.of("main/word.txt", "bad"))).isInstanceOf(Execution.Crashed.class);
    }

    @Test
    void a_report_written_by_a_daemon_after_the_end_is_not_waited_for() throws Exception {
        String script =
                "setsid sh -c 'sleep 1; echo \"<testsuite><testcase name=\\\"t\\\"/></testsuite>\" >'\"$report\"'/a.xml'"
                        + " >/dev/null 2>&1 &\nexit 0\n";

        assertThat(run(script, Map.of())).isInstanceOf(Execution.Crashed.class);
    }

    @Test
    void a_report_that_lies_in_the_repository_is_removed_before_the_run() throws Exception {
        Digest snapshot = snapshots.scripted(
                "exit 0\n",
                Map.of(
                        "main/word.txt", "good",
                        "out/a.xml", "<testsuite><testcase classname='suite' name='is plain'/></testsuite>"),
                "");
        Path declaration = snapshots.tree(snapshot).resolve("elenchus.json");
        Files.writeString(
                declaration,
                Files.readString(declaration).replace("\"junit-xml\"", "\"junit-xml\", \"folder\": \"out\""));

        assertThat(run(snapshot, Map.of(), PLAIN)).isInstanceOf(Execution.Crashed.class);
    }

    @Test
    void a_link_on_the_way_to_the_declared_report_folder_is_not_followed() throws Exception {
        Path forged = Files.createDirectories(folder.resolve("forged/out"));
        Files.writeString(
                forged.resolve("a.xml"), "<testsuite><testcase classname='suite' name='is plain'/></testsuite>");
        Digest snapshot = snapshots.scripted(
                "ln -s " + folder.resolve("forged") + " build\nexit 0\n", Map.of("main/word.txt", "good"), "");
        Path declaration = snapshots.tree(snapshot).resolve("elenchus.json");
        Files.writeString(
                declaration,
                Files.readString(declaration).replace("\"junit-xml\"", "\"junit-xml\", \"folder\": \"build/out\""));

        assertThat(run(snapshot, Map.of(), PLAIN)).isInstanceOf(Execution.Crashed.class);
    }

    @Test
    void a_command_that_never_ends_is_tried_twice_and_timed_out() throws Exception {
        Execution execution = run("sleep 600\n", Map.of());

        assertThat(execution).isInstanceOf(Execution.TimedOut.class);
        assertThat(host.commands()).hasSize(2);
    }

    @Test
    void a_signal_that_comes_once_is_not_the_candidates_doing() throws Exception {
        Execution execution = run("[ $TRY = 2 ] || exit 137\n" + HONEST + END, Map.of());

        assertThat(only(execution).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped.txt",
                "/tmp/elenchus-escaped.txt",
                "main/../run.sh",
                "run.sh",
                "elenchus.json",
                "main/new.txt",
                ".git/hooks/post-checkout",
                "main/word.txt/x",
                "main\\word.txt",
                ""
            })
    void an_edit_of_anything_but_a_main_source_is_refused_before_anything_is_written(String path) throws Exception {
        Digest snapshot = snapshots.scripted(HONEST + END, FILES, "");

        assertThatThrownBy(() -> run(snapshot, Map.of(path, "x"), PLAIN))
                .isInstanceOf(SandboxFault.class)
                .hasMessageContaining("not a main source file");
        assertThat(host.commands()).isEmpty();
        assertThat(Path.of("/tmp/elenchus-escaped.txt")).doesNotExist();
    }

    @Test
    void what_an_execution_leaves_behind_is_gone_even_from_folders_it_closed() throws Exception {
        run("mkdir -p closed/in; touch closed/in/x; chmod 000 closed/in closed\n" + HONEST + END, Map.of());

        assertThat(host.commands())
                .singleElement()
                .satisfies(command -> assertThat(command.place()).doesNotExist());
    }

    @Test
    void failure_messages_do_not_name_the_place_of_the_run() throws Exception {
        String script =
                "echo \"<testsuite><testcase classname='suite' name='is plain'><failure message='$asked/main/x.txt, $report'/>"
                        + "</testcase></testsuite>\" >\"$report/a.xml\"; exit 1\n";

        TestOutcome one = only(run(script, Map.of()));

        assertThat(one.observed().orElseThrow().message()).isEqualTo("main/x.txt,");
        assertThat(only(run(script, Map.of()))).isEqualTo(one);
    }

    @Test
    void an_outcome_is_remembered_and_a_fresh_one_is_not_recalled() throws Exception {
        Digest snapshot = snapshots.scripted(HONEST + END, FILES, "");
        ExecutionRequest request = new ExecutionRequest(snapshot, Overlay.NONE, List.of(new TestRun(PLAIN, 1)), false);
        try (Sandbox sandbox = snapshots.sandbox(host)) {
            assertThat(sandbox.execute(request)).isEqualTo(sandbox.execute(request));
            assertThat(host.commands()).hasSize(1);
            assertThat(sandbox.executeAfresh(request)).isEqualTo(sandbox.execute(request));
            assertThat(host.commands()).hasSize(2);
        }
    }

    @Test
    void a_suite_that_does_not_run_says_what_it_printed() throws Exception {
        Digest snapshot = snapshots.scripted("echo no module named shop >&2; exit 3\n", FILES, "");
        try (Sandbox sandbox = snapshots.sandbox(host)) {
            assertThat(sandbox.build(snapshot).mainErrors())
                    .singleElement()
                    .asString()
                    .contains("status 3", "no module named shop");
        }
    }

    @Test
    void a_snapshot_without_a_declaration_goes_to_the_sandbox_for_java() throws Exception {
        try (Sandbox sandbox = snapshots.sandbox(host)) {
            assertThat(sandbox.build(Digest.of("java")).mainErrors()).containsExactly("java");
        }
    }

    @Test
    @Timeout(60)
    void closing_kills_a_running_command_and_its_request_ends_with_a_fault() throws Exception {
        Digest snapshot = snapshots.scripted("sleep 600\n", FILES, "");
        Sandbox sandbox = snapshots.sandbox(host);
        Thread closer = new Thread(() -> {
            while (ProcessHandle.current().descendants().noneMatch(CommandSandboxTest::sleeps)) {
                Thread.onSpinWait();
            }
            sandbox.close();
        });
        closer.start();

        assertThatThrownBy(() -> sandbox.execute(
                        new ExecutionRequest(snapshot, Overlay.NONE, List.of(new TestRun(PLAIN, 1)), false)))
                .isInstanceOf(SandboxFault.class);
        closer.join();
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(() -> sandbox.discover(snapshot)).hasMessageContaining("closed");
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/sleep");
    }

    @Test
    void hostile_executions_leave_no_process_thread_or_folder_behind() throws Exception {
        Digest snapshot = snapshots.scripted(
                "setsid sleep 600 >/dev/null 2>&1 & mkdir deep; ln -s / deep/up; " + HONEST + END, FILES, "");
        long processes = ProcessHandle.current().descendants().count();
        try (Sandbox sandbox = snapshots.sandbox(host)) {
            for (int i = 0; i < 20; i++) {
                sandbox.executeAfresh(
                        new ExecutionRequest(snapshot, Overlay.NONE, List.of(new TestRun(PLAIN, 1)), false));
            }
        }

        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(processes);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("command-output"));
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(
                            "elenchus-checkout-" + ProcessHandle.current().pid() + "-"));
        }
        assertThat(Path.of("/etc/passwd")).exists();
    }
}
