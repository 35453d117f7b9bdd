package org.elenchus.tools.cli.cluster;

import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Fault;

/** Where runs are done: in this process, or in a cluster, where they go on when this process ends. */
public interface Runs {
    /** Starts a run or goes on with it. */
    Status start(RunSpec spec) throws Fault, InterruptedException;

    Status status(String runId) throws Fault, InterruptedException;
}
