package org.elenchus.cluster;

import com.typesafe.config.Config;
import org.apache.pekko.actor.typed.ActorSystem;

/** How a node is part of a cluster. */
public sealed interface Profile permits EmbeddedCluster, Membership {
    /** The name of every node's actor system; nodes of other names do not join. */
    String SYSTEM = "elenchus";

    /** Cluster and remoting settings; put them in front of the application's own. */
    Config config();

    /**
     * Makes a started system part of its cluster. Its shard regions are to be there before: the members that decide where shards live ask every
     * member, and wait for one that has none yet.
     */
    void join(ActorSystem<?> system);
}
