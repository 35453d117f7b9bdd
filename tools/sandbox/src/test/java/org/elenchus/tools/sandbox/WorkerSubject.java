package org.elenchus.tools.sandbox;

import org.elenchus.tools.sandbox.host.RunningWorker;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;

/** A sandbox with a worker, under test. */
record WorkerSubject(WorkerSandboxes sandboxes, WorkerSandbox sandbox) implements SandboxConformance.Subject {
    static WorkerSubject in(WorkerHosts hosts, SandboxSettings settings) {
        WorkerSandboxes sandboxes = new WorkerSandboxes(hosts, settings, new MapMemo());
        return new WorkerSubject(sandboxes, (WorkerSandbox) sandboxes.open());
    }

    @Override
    public ExecutionMeter meter() {
        return sandboxes.meter();
    }

    @Override
    public String worker() {
        return sandbox.worker().map(RunningWorker::name).orElse("none");
    }

    @Override
    public void killWorker() {
        sandbox.worker().ifPresent(RunningWorker::kill);
    }

    @Override
    public void close() {
        sandbox.close();
        sandboxes.close();
    }
}
