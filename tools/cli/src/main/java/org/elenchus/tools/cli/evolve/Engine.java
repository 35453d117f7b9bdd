package org.elenchus.tools.cli.evolve;

import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Fault;

/** Where a run runs. */
public interface Engine extends AutoCloseable {
    /** Starts the run or goes on with it. */
    Status start(RunSpec spec) throws Fault, InterruptedException;

    Status status(String runId) throws Fault, InterruptedException;

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
