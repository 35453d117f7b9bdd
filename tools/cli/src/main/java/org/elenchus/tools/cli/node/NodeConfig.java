package org.elenchus.tools.cli.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.elenchus.actors.slot.SlotActor;
import org.elenchus.cluster.Profile;
import org.elenchus.persistence.Database;

/** A node's configuration, put together. */
final class NodeConfig {
    private NodeConfig() {}

    /** System properties win, then the profile, then every module's own reference. */
    static Config of(Profile profile, int slots) {
        Config own = ConfigFactory.parseMap(
                Map.of(
                        "pekko.management.http.routes.runs",
                        RunRoutes.class.getName(),
                        "pekko.management.http.routes.metrics",
                        MetricsRoute.class.getName(),
                        SlotActor.DISPATCHER + ".thread-pool-executor.fixed-pool-size",
                        Math.max(1, slots)),
                "this program");
        return ConfigFactory.systemProperties()
                .withFallback(own)
                .withFallback(Database.config())
                .withFallback(profile.config())
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }
}
