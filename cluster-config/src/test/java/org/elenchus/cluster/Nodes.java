package org.elenchus.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/** Nodes of one JVM that have nothing but their membership. */
final class Nodes {
    private Nodes() {}

    static ActorSystem<Void> start(Membership membership) {
        return start(membership, ConfigFactory.empty());
    }

    /** @param own settings, before all others */
    static ActorSystem<Void> start(Membership membership, Config own) {
        Config config = own.withFallback(ConfigFactory.parseString("pekko.coordinated-shutdown.exit-jvm = off"))
                .withFallback(membership.config())
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), Profile.SYSTEM, config);
        membership.join(system);
        return system;
    }

    static long up(ActorSystem<?> system) {
        return StreamSupport.stream(Cluster.get(system).state().getMembers().spliterator(), false)
                .map(Member::status)
                .filter(MemberStatus.up()::equals)
                .count();
    }

    /** Of any status, those on their way out included. */
    static long members(ActorSystem<?> system) {
        return StreamSupport.stream(Cluster.get(system).state().getMembers().spliterator(), false)
                .count();
    }
}
