package org.elenchus.tools.cli.node.load;

import org.elenchus.tools.simulation.load.Load;

/**
 * What a measuring node is told on its first line of input; its database is in its environment.
 *
 * @param number of this node, from 0
 * @param nodes how many there are
 * @param port of remoting
 * @param httpPort of management
 * @param slots simulated sandboxes at work at once
 * @param runs kept under way by this node
 * @param log folder of its log
 */
public record LoadNodeSettings(
        int number, int nodes, int port, int httpPort, int slots, int runs, String log, Load load) {}
