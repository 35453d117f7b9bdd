package org.elenchus.tools.sandbox;

import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.Sandboxes;

/** Opens sandboxes that are processes of this machine: separate memory, time limits, no network names; the kernel and files are shared. */
public final class ProcessSandboxes implements Sandboxes {
    private final SandboxSettings settings;
    private final OutcomeMemo memo;
    private final ExecutionMeter meter = new ExecutionMeter();

    public ProcessSandboxes(SandboxSettings settings, OutcomeMemo memo) {
        this.settings = settings;
        this.memo = memo;
    }

    /** A sandbox whose process starts with its first request. */
    @Override
    public Sandbox open() {
        return new ProcessSandbox(settings, memo, meter);
    }

    /** Where the time of all its sandboxes went. */
    public ExecutionMeter meter() {
        return meter;
    }
}
