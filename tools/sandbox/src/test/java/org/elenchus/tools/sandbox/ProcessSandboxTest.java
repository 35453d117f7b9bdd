package org.elenchus.tools.sandbox;

import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** The conformance suite, in processes as confined as this machine allows. */
class ProcessSandboxTest extends SandboxConformance {
    @Override
    Subject open(SandboxSettings settings) {
        return WorkerSubject.in(ProcessHosts.strongest(settings), settings);
    }
}
