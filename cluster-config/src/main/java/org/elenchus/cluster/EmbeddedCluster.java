package org.elenchus.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/** The embedded profile: one node that is its own cluster, so that entities are sharded the same way everywhere. */
public record EmbeddedCluster() implements Profile {
    @Override
    public Config config() {
        return ConfigFactory.parseResources("org/elenchus/cluster/embedded.conf");
    }

    @Override
    public void join(ActorSystem<?> system) {
        Cluster cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
    }
}
