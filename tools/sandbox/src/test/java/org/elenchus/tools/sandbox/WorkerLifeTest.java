package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.RunningWorker;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerClassPath;
import org.elenchus.tools.sandbox.process.ProcessHosts;
import org.elenchus.tools.worker.wire.Connection;
import org.elenchus.tools.worker.wire.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How worker processes begin and end. */
class WorkerLifeTest {
    @TempDir
    Path folder;

    private @Nullable RunningWorker started;

    @AfterEach
    void close() {
        if (started != null) {
            started.close();
        }
    }

    private WorkerSandboxes sandboxes() {
        SandboxSettings settings = SandboxSettings.inside(folder);
        return new WorkerSandboxes(ProcessHosts.plain(settings), settings, new MapMemo());
    }

    private RunningWorker start() throws Exception {
        started = ProcessHosts.plain(SandboxSettings.inside(folder)).open().start(new Purpose.Executing());
        return started;
    }

    @Test
    void a_worker_whose_owner_is_gone_ends() throws Exception {
        RunningWorker worker = start();
        Connection connection = new Connection(worker.answers(), worker.orders());
        connection.expectGreeting();
        connection.greet(Limits.VERSION);
        assertThat(worker.isAlive()).isTrue();
        worker.orders().close();
        assertThat(worker.awaitEnd(Duration.ofSeconds(10))).isPresent();
    }

    @Test
    void a_worker_refuses_an_owner_of_another_version() throws Exception {
        RunningWorker worker = start();
        Connection connection = new Connection(worker.answers(), worker.orders());
        connection.greet(Limits.VERSION + 1);
        assertThat(worker.awaitEnd(Duration.ofSeconds(10)).orElseThrow().status())
                .isEqualTo(1);
    }

    @Test
    void a_process_that_is_no_worker_is_a_fault_that_says_so() throws Exception {
        Path script = Files.writeString(folder.resolve("java"), "#!/bin/sh\necho no worker >&2\nexit 7\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        SandboxSettings usual = SandboxSettings.inside(folder);
        SandboxSettings settings =
                new SandboxSettings(folder, script, usual.workerClassPath(), 64, usual.limits(), usual.quota());
        try (WorkerSandbox sandbox =
                (WorkerSandbox) new WorkerSandboxes(ProcessHosts.plain(settings), settings, new MapMemo()).open()) {
            assertThatThrownBy(() -> sandbox.discover(Digest.of("x")))
                    .isInstanceOf(SandboxFault.class)
                    .hasMessageContaining("the worker did not start");
        }
    }

    @Test
    void a_snapshot_that_was_never_built_is_a_fault_not_an_outcome() throws Exception {
        WorkerSandboxes sandboxes = sandboxes();
        try (WorkerSandbox sandbox = (WorkerSandbox) sandboxes.open()) {
            ExecutionRequest request = new ExecutionRequest(
                    Digest.of("x"), Overlay.NONE, List.of(new TestRun(TestId.parse("a.B#c()"), 10)), false);
            assertThatThrownBy(() -> sandbox.execute(request))
                    .isInstanceOf(SandboxFault.class)
                    .hasMessageContaining("not a built snapshot");
        }
    }

    @Test
    void a_dependency_that_is_gone_is_a_fault_not_an_outcome() throws Exception {
        TinySnapshot tiny = TinySnapshot.in(folder, 8);
        try (WorkerSandbox sandbox = (WorkerSandbox) sandboxes().open()) {
            sandbox.build(tiny.digest());
            Files.writeString(SnapshotLayout.of(folder, tiny.digest()).classPath(), "gone.jar\n");
            assertThatThrownBy(() -> sandbox.execute(tiny.request(Overlay.NONE, "adds")))
                    .isInstanceOf(SandboxFault.class)
                    .hasMessageContaining("gone.jar: a dependency of the snapshot");
        }
    }

    @Test
    void a_worker_that_gave_up_while_it_compiled_is_replaced() throws Exception {
        TinySnapshot tiny = TinySnapshot.in(folder, 8);
        try (WorkerSandbox sandbox = (WorkerSandbox) sandboxes().open()) {
            sandbox.build(tiny.digest());
        }
        SandboxSettings usual = SandboxSettings.inside(folder);
        SandboxSettings hasty = usual.withLimits(new SandboxSettings.TimeLimits(
                Duration.ofMillis(1), Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(3)));
        WorkerSandboxes sandboxes = new WorkerSandboxes(ProcessHosts.plain(hasty), hasty, new MapMemo());
        try (WorkerSandbox sandbox = (WorkerSandbox) sandboxes.open()) {
            Overlay edit = TinySnapshot.calculator("return a + b;", "return a - b;");
            assertThatThrownBy(() -> sandbox.execute(tiny.request(edit, "adds")))
                    .isInstanceOf(SandboxFault.class)
                    .hasMessageContaining("gave up before any test had begun");
            assertThat(sandboxes.meter().workerStarts()).isEqualTo(3);
        }
    }

    @Test
    void closing_kills_the_worker_and_fails_what_runs_in_it() throws Exception {
        TinySnapshot tiny = TinySnapshot.in(folder, 8);
        WorkerSandboxes sandboxes = sandboxes();
        WorkerSandbox sandbox = (WorkerSandbox) sandboxes.open();
        sandbox.build(tiny.digest());
        sandbox.discover(tiny.digest());
        long pid = Long.parseLong(sandbox.worker().orElseThrow().name());
        Overlay endless = TinySnapshot.calculator("calls++;", "while (calls < 1) { calls += 0; }");
        ExecutionRequest request = new ExecutionRequest(
                tiny.digest(),
                endless,
                List.of(new TestRun(TestId.parse("tiny.JupiterTest#adds()"), Long.MAX_VALUE)),
                false);
        CompletableFuture<Object> running = CompletableFuture.supplyAsync(() -> {
            try {
                return sandbox.execute(request);
            } catch (SandboxFault e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(1500);
        assertThat(running).isNotDone();
        sandbox.close();
        assertThatThrownBy(() -> running.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(SandboxFault.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void the_class_path_of_a_worker_holds_the_worker_and_the_frameworks_alone() {
        List<Path> classPath = WorkerClassPath.ofThisJvm();
        assertThat(classPath).hasSize(13).allMatch(Files::exists);
        assertThat(classPath.toString()).doesNotContain("pekko").doesNotContain("jackson");
    }

    @Test
    void private_folders_are_gone_when_a_sandbox_is() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        TinySnapshot tiny = TinySnapshot.in(folder, 8);
        List<Path> before = homes(temporary);
        WorkerSandboxes sandboxes = sandboxes();
        try (WorkerSandbox sandbox = (WorkerSandbox) sandboxes.open()) {
            sandbox.build(tiny.digest());
            sandbox.discover(tiny.digest());
            assertThat(homes(temporary)).hasSizeGreaterThan(before.size());
        }
        assertThat(homes(temporary)).isSubsetOf(before);
    }

    private static List<Path> homes(Path temporary) throws Exception {
        String own = "elenchus-worker-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(path -> path.getFileName().toString().startsWith(own))
                    .toList();
        }
    }
}
