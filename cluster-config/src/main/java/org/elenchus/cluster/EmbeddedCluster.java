package org.elenchus.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/** The embedded profile: one node that is its own cluster, so that entities are sharded the same way everywhere. */
public final class EmbeddedCluster {
    private EmbeddedCluster() {}

    /** Cluster and remoting settings; put them in front of the application's own. */
    public static Config config() {
        return ConfigFactory.parseResources("org/elenchus/cluster/embedded.conf");
    }

    /** Makes the system a cluster of one. */
    public static void join(ActorSystem<?> system) {
        Cluster cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
    }
}
