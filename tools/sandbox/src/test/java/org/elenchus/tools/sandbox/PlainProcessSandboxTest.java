package org.elenchus.tools.sandbox;

import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** The conformance suite, in plain processes. */
class PlainProcessSandboxTest extends SandboxConformance {
    @Override
    Subject open(SandboxSettings settings) {
        return WorkerSubject.in(ProcessHosts.plain(settings), settings);
    }
}
