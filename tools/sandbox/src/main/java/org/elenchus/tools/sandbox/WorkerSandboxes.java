package org.elenchus.tools.sandbox;

import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;

/** Opens sandboxes whose workers live in hosts of one kind. */
public final class WorkerSandboxes implements Sandboxes, AutoCloseable {
    private final WorkerHosts hosts;
    private final SandboxSettings settings;
    private final ExecutionMeter meter = new ExecutionMeter();
    private final SharedOutcomes outcomes;

    /** @param hosts closed with this */
    public WorkerSandboxes(WorkerHosts hosts, SandboxSettings settings, OutcomeMemo memo) {
        this.hosts = hosts;
        this.settings = settings;
        this.outcomes = new SharedOutcomes(memo, meter);
    }

    /** A sandbox whose worker starts with its first request. */
    @Override
    public Sandbox open() {
        return new WorkerSandbox(hosts.open(), settings, outcomes, meter);
    }

    /** Where the time of all its sandboxes went. */
    public ExecutionMeter meter() {
        return meter;
    }

    public Enforcement enforcement() {
        return hosts.enforcement();
    }

    @Override
    public void close() {
        hosts.close();
    }
}
