package org.elenchus.tools.simulation.load;

import java.util.concurrent.atomic.LongAdder;

/** What the sandboxes of a node have executed so far. Thread-safe. */
public final class ExecutionMeter {
    private final LongAdder executions = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void executed(long took) {
        executions.increment();
        nanos.add(took);
    }

    public long executions() {
        return executions.sum();
    }

    /** Simulated time of all of them, nanoseconds: what slots would have waited at least. */
    public long nanos() {
        return nanos.sum();
    }
}
