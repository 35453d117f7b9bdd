package org.elenchus.tools.cli.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.elenchus.actors.slot.SlotActor;
import org.elenchus.cluster.EmbeddedCluster;
import org.elenchus.persistence.Database;

/** A node's configuration, put together. */
final class NodeConfig {
    private NodeConfig() {}

    /** System properties win, then the profile, then every module's own reference. */
    static Config of(int slots) {
        Config threads = ConfigFactory.parseMap(
                Map.of(SlotActor.DISPATCHER + ".thread-pool-executor.fixed-pool-size", slots), "number of slots");
        return ConfigFactory.systemProperties()
                .withFallback(threads)
                .withFallback(Database.config())
                .withFallback(EmbeddedCluster.config())
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }
}
