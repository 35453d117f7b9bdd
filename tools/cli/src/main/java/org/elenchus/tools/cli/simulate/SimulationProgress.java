package org.elenchus.tools.cli.simulate;

import java.io.PrintWriter;

/** Says every few seconds how many schedules were played. Any thread may tell it. */
final class SimulationProgress {
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintWriter err;
    private final long schedules;
    private long said = System.nanoTime();

    SimulationProgress(PrintWriter err, long schedules) {
        this.err = err;
        this.schedules = schedules;
    }

    synchronized void played(long count) {
        if (System.nanoTime() - said >= EVERY_NANOS) {
            err.println("  schedules " + count + "/" + schedules);
            err.flush();
            said = System.nanoTime();
        }
    }
}
