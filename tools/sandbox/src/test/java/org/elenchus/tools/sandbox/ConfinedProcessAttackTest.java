package org.elenchus.tools.sandbox;

import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** Attacks on processes as confined as this machine allows. */
class ConfinedProcessAttackTest extends AttackSuite {
    @Override
    public WorkerHosts hosts(SandboxSettings settings) {
        return ProcessHosts.strongest(settings);
    }
}
