package org.elenchus.tools.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.docker.EngineFault;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.Folders;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** What keeps code under test in bounds on this machine, and what does not; tried out, not assumed. */
final class Confinement {
    private Confinement() {}

    static List<Finding> look() {
        Path scratch;
        try {
            scratch = Files.createTempDirectory("elenchus-doctor-");
        } catch (IOException e) {
            return List.of(Finding.bad("sandbox", "cannot write to the folder of temporary files: " + e.getMessage()));
        }
        try {
            SandboxSettings settings = SandboxSettings.inside(scratch);
            List<Finding> findings = new ArrayList<>(processes(settings));
            findings.addAll(containers(settings));
            return findings;
        } finally {
            Folders.delete(scratch);
        }
    }

    private static List<Finding> processes(SandboxSettings settings) {
        try (WorkerHosts hosts = ProcessHosts.strongest(settings)) {
            return bounds("process sandbox", hosts.enforcement());
        }
    }

    private static List<Finding> containers(SandboxSettings settings) {
        try (WorkerHosts hosts = DockerHosts.connect(settings, DockerSettings.usual())) {
            return bounds("docker sandbox", hosts.enforcement());
        } catch (EngineFault e) {
            return List.of(Finding.note("docker sandbox", String.valueOf(e.getMessage())));
        }
    }

    private static List<Finding> bounds(String subject, Enforcement enforcement) {
        List<Finding> findings = new ArrayList<>();
        enforcement.enforced().forEach(line -> findings.add(Finding.good(subject, "enforced: " + line)));
        enforcement.notEnforced().forEach(line -> findings.add(Finding.note(subject, "not enforced: " + line)));
        return findings;
    }
}
