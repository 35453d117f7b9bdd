package org.elenchus.tools.cli.node.population;

import org.elenchus.tools.simulation.population.Population;

/**
 * What a node that holds a population is told on its first line of input; its database is in its environment.
 *
 * @param port of remoting
 * @param httpPort of management
 * @param log folder of its log
 * @param population what the journal was filled with
 */
public record PopulationNodeSettings(int port, int httpPort, String log, Population population) {}
