package org.elenchus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorSystem;
import org.awaitility.Awaitility;
import org.elenchus.protocol.node.NodeRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VigilTest {
    /** Silence proves nothing here, and who is terminated does not say good-bye. */
    private static final Config ABRUPT = ConfigFactory.parseString("""
            pekko.cluster.failure-detector.acceptable-heartbeat-pause = 10 minutes
            pekko.coordinated-shutdown.run-by-actor-system-terminate = off
            """);

    private static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_member_whose_process_has_ended_is_removed_though_silence_would_prove_nothing() throws Exception {
        List<ActorSystem<Void>> nodes = new ArrayList<>();
        int first = free();
        Contact seed = new Contact.Seeds(List.of("127.0.0.1:" + first));
        try {
            for (int port : new int[] {first, free(), free()}) {
                Membership node =
                        new Membership("127.0.0.1", port, free(), Set.of(NodeRole.SANDBOX), seed, Protection.NONE);
                nodes.add(Nodes.start(node, ABRUPT));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> nodes.stream().allMatch(node -> Nodes.up(node) == 3));

            nodes.get(2).terminate();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> nodes.subList(0, 2).stream().allMatch(node -> Nodes.members(node) == 2));
        } finally {
            nodes.forEach(ActorSystem::terminate);
            nodes.forEach(node -> node.getWhenTerminated().toCompletableFuture().join());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 3, true", "2, 5, true", "1, 2, false", "2, 4, false", "3, 5, false", "1, 1, false"})
    void only_fewer_than_half_are_downed(int ended, int members, boolean downed) {
        assertThat(Vigil.isMinority(ended, members)).isEqualTo(downed);
    }
}
