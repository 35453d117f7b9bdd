package org.elenchus.tools.cli.evolve;

import org.elenchus.tools.cli.cluster.Runs;

/** Does runs in this process. */
public interface Engine extends Runs, AutoCloseable {
    /** What its work has cost so far. */
    Effort effort();

    /** Ends it in order; what was acknowledged is kept. */
    @Override
    void close();

    /**
     * Seconds of wall time so far.
     *
     * @param executing slots at work on candidates, averaged over the slots
     * @param learning gradients and updates
     */
    record Effort(double executing, double learning) {}
}
