package org.elenchus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.awaitility.Awaitility;
import org.elenchus.protocol.node.NodeRole;
import org.junit.jupiter.api.Test;

/** What is told to a skill, the solver or the curator of a run may be larger than a frame. */
class LargeMessagesTest {
    private static final int LARGER_THAN_A_FRAME = 2 << 20;

    private final BlockingQueue<Integer> received = new LinkedBlockingQueue<>();

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Membership node(int port, int seed, NodeRole role) throws IOException {
        return new Membership(
                "127.0.0.1",
                port,
                free(),
                Set.of(role),
                new Contact.Seeds(List.of("127.0.0.1:" + seed)),
                Protection.NONE);
    }

    private void region(ActorSystem<?> system, EntityTypeKey<String> type) {
        ClusterSharding.get(system).init(Entity.of(type, context -> measuring()).withRole(NodeRole.ENTITIES.text()));
    }

    private Behavior<String> measuring() {
        return Behaviors.receiveMessage(text -> {
            received.add(text.length());
            return Behaviors.same();
        });
    }

    @Test
    void entities_that_are_told_much_hear_from_another_node_what_is_larger_than_a_frame() throws Exception {
        int seed = free();
        ActorSystem<Void> entities = Nodes.start(node(seed, seed, NodeRole.ENTITIES));
        ActorSystem<Void> other = Nodes.start(node(free(), seed, NodeRole.SANDBOX));
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Nodes.up(other) == 2);
            assertThat(other.settings().config().getBytes("pekko.remote.artery.advanced.maximum-frame-size"))
                    .isLessThan(LARGER_THAN_A_FRAME);
            for (String name : List.of("Skill", "Solver", "SkillCurator")) {
                EntityTypeKey<String> type = EntityTypeKey.create(String.class, name);
                region(entities, type);
                region(other, type);
                ClusterSharding.get(other).entityRefFor(type, "one").tell("x".repeat(LARGER_THAN_A_FRAME));
                assertThat(received.poll(20, TimeUnit.SECONDS)).as(name).isEqualTo(LARGER_THAN_A_FRAME);
            }
        } finally {
            for (ActorSystem<Void> system : List.of(other, entities)) {
                system.terminate();
                system.getWhenTerminated().toCompletableFuture().join();
            }
        }
    }
}
