package org.elenchus.tools.sandbox;

import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.docker.EngineFault;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.junit.jupiter.api.extension.ExtendWith;

/** The conformance suite, in containers. */
@ExtendWith(DockerEngine.class)
class DockerSandboxTest extends SandboxConformance {
    @Override
    Subject open(SandboxSettings settings) throws EngineFault {
        return WorkerSubject.in(DockerHosts.connect(settings, DockerSettings.usual()), settings);
    }
}
