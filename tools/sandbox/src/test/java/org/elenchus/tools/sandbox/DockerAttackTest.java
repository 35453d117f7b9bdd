package org.elenchus.tools.sandbox;

import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.docker.EngineFault;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attacks on containers. */
@ExtendWith(DockerEngine.class)
class DockerAttackTest extends AttackSuite {
    @Override
    public WorkerHosts hosts(SandboxSettings settings) throws EngineFault {
        return DockerHosts.connect(settings, DockerSettings.usual());
    }
}
