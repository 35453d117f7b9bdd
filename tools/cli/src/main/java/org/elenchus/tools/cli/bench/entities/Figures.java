package org.elenchus.tools.cli.bench.entities;

import java.util.List;
import java.util.Optional;

/**
 * What was measured; where a measurement ended early, as far as it came.
 *
 * @param filled seconds until all events were in the journal
 * @param recoveries of all entities from the journal: the first, by nodes just started, and the second, after a rest
 * @param joins of a node, the first to a cluster whose nodes had all the entities, the others in place of killed ones
 * @param kills in the order made
 */
public record Figures(
        EntityLoad load,
        double filled,
        List<Recovery> recoveries,
        Optional<Memory> memory,
        List<Join> joins,
        List<Kill> kills) {
    public Figures {
        recoveries = List.copyOf(recoveries);
        joins = List.copyOf(joins);
        kills = List.copyOf(kills);
    }

    /** Until every entity had recovered and answered. */
    public record Recovery(long entities, long events, double seconds) {
        public double entitiesPerSecond() {
            return entities / seconds;
        }

        public double eventsPerSecond() {
            return events / seconds;
        }
    }

    /**
     * Heap in use after a collection, all nodes together.
     *
     * @param before any entity but those of a sample had ever lived
     * @param resident while {@code entities} lived
     * @param rested when all had gone to rest
     */
    public record Memory(long entities, long before, long resident, long rested) {
        public double bytesPerResident() {
            return (double) (resident - rested) / entities;
        }

        public double bytesPerRested() {
            return (double) (rested - before) / entities;
        }
    }

    /**
     * From the start of a node's process.
     *
     * @param up when the others saw it up
     * @param balanced when every node had its share of the shards
     * @param answering when, after that, the sample had answered
     */
    public record Join(double up, double balanced, double answering) {}

    /**
     * From the moment of the kill.
     *
     * @param oldest whether it was the node of the shards' coordinators
     * @param answering when the sample had answered, which was asked first
     * @param slowest of all, from when it was first asked
     * @param repeated how often one was asked again
     * @param all when every entity had answered, those of the dead node recovered elsewhere
     */
    public record Kill(boolean oldest, double answering, double slowest, int repeated, double all) {}
}
