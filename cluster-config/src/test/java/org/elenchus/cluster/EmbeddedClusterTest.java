package org.elenchus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.sharding.typed.ShardingEnvelope;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.junit.jupiter.api.Test;

class EmbeddedClusterTest {
    private static final EntityTypeKey<String> ECHO = EntityTypeKey.create(String.class, "Echo");

    private static Behavior<String> echo(TestProbe<String> probe) {
        return Behaviors.receiveMessage(text -> {
            probe.getRef().tell(text);
            return Behaviors.same();
        });
    }

    @Test
    void one_node_is_a_cluster_and_shards_entities() {
        ActorTestKit kit =
                ActorTestKit.create("embedded", new EmbeddedCluster().config().withFallback(ConfigFactory.load()));
        try {
            new EmbeddedCluster().join(kit.system());
            TestProbe<String> probe = kit.createTestProbe();
            ClusterSharding sharding = ClusterSharding.get(kit.system());
            var region = sharding.init(Entity.of(ECHO, context -> echo(probe)));
            region.tell(new ShardingEnvelope<>("anyone", "hello"));
            probe.expectMessage(Duration.ofSeconds(20), "hello");
            Cluster cluster = Cluster.get(kit.system());
            assertThat(cluster.selfMember().status()).isEqualTo(MemberStatus.up());
            assertThat(cluster.state().getMembers()).hasSize(1);
        } finally {
            kit.shutdownTestKit();
        }
    }

    @Test
    void the_profile_listens_on_this_machine_only_and_never_ends_the_jvm() {
        var config = new EmbeddedCluster()
                .config()
                .withFallback(ConfigFactory.load())
                .resolve();
        assertThat(config.getString("pekko.remote.artery.canonical.hostname")).isEqualTo("127.0.0.1");
        assertThat(config.getBoolean("pekko.coordinated-shutdown.exit-jvm")).isFalse();
        assertThat(config.getInt("pekko.cluster.sharding.number-of-shards")).isBetween(20, 32);
    }
}
