package org.elenchus.tools.cli.bench.entities;

import java.nio.file.Path;
import java.util.List;
import org.elenchus.tools.simulation.population.Population;

/**
 * What is measured.
 *
 * @param nodes before one more joins
 * @param sample how many entities, drawn, must answer after a node has joined or died
 * @param kills of either kind: of the oldest node, and of one drawn
 * @param heap of a node, as Java takes it
 * @param settings of the nodes, {@code KEY=VALUE}, that differ from the product's
 * @param logs folder of the nodes' logs
 */
public record EntityLoad(
        Population population, int nodes, int sample, int kills, String heap, List<String> settings, Path logs) {
    public EntityLoad {
        settings = List.copyOf(settings);
    }
}
