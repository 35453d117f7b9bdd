package org.elenchus.tools.sandbox;

import java.nio.file.Path;
import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** A program that starts a worker and waits to be killed. Arguments: process or docker, and a folder of repositories. */
final class Orphanage {
    private Orphanage() {}

    public static void main(String[] arguments) throws Exception {
        SandboxSettings settings = SandboxSettings.inside(Path.of(arguments[1]));
        WorkerHosts hosts = arguments[0].equals("docker")
                ? DockerHosts.connect(settings, DockerSettings.usual())
                : ProcessHosts.strongest(settings);
        WorkerSession session = WorkerSession.start(hosts.open(), new Purpose.Executing());
        System.out.println("ready " + session.worker().name());
        Thread.sleep(60_000);
    }
}
