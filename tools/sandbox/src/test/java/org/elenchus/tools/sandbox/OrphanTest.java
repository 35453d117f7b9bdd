package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.docker.LeftContainers;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is left of workers whose owner is killed with no time to clean up. */
class OrphanTest {
    @TempDir
    Path folder;

    /** Starts another program with a worker. @return the program; its worker runs */
    private Process owner(String kind) throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphanage.class.getName(),
                        kind,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).startsWith("ready");
        return owner;
    }

    @Test
    void no_process_of_a_killed_owner_lives() throws Exception {
        try (WorkerHosts hosts = ProcessHosts.strongest(SandboxSettings.inside(folder))) {
            assumeThat(hosts.enforcement().holds(Bound.ORPHANS)).isTrue();
        }
        Process owner = owner("process");
        List<ProcessHandle> workers = owner.descendants().toList();
        assertThat(workers).isNotEmpty();
        owner.destroyForcibly().waitFor();
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    @ExtendWith(DockerEngine.class)
    void containers_of_a_killed_owner_end_and_the_next_program_removes_them() throws Exception {
        Process owner = owner("docker");
        assertThat(LeftContainers.of(owner.pid())).hasSize(1).containsValue("running");
        owner.destroyForcibly().waitFor();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !LeftContainers.of(owner.pid()).containsValue("running"));
        DockerHosts.connect(SandboxSettings.inside(folder), DockerSettings.usual())
                .close();
        assertThat(LeftContainers.of(owner.pid())).isEmpty();
    }
}
