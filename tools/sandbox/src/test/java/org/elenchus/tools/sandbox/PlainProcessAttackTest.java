package org.elenchus.tools.sandbox;

import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** Attacks on plain processes, which say what they do not enforce. */
class PlainProcessAttackTest extends AttackSuite {
    @Override
    public WorkerHosts hosts(SandboxSettings settings) {
        return ProcessHosts.plain(settings);
    }
}
