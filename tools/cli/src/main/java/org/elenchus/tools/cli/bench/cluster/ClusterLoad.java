package org.elenchus.tools.cli.bench.cluster;

import java.nio.file.Path;
import org.elenchus.tools.simulation.load.Load;

/**
 * What every node of a measured cluster does.
 *
 * @param slots simulated sandboxes of a node
 * @param runs kept under way for each node
 * @param warmUp seconds before it counts
 * @param longestWarmUp seconds that are waited on top for all slots to be busy, at most
 * @param window seconds measured
 * @param heap of a node, as Java takes it
 * @param logs folder of the nodes' logs
 */
public record ClusterLoad(
        Load load, int slots, int runs, int warmUp, int longestWarmUp, int window, String heap, Path logs) {}
