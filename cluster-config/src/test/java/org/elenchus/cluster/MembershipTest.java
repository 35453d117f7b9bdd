package org.elenchus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.awaitility.Awaitility;
import org.elenchus.protocol.node.NodeRole;
import org.junit.jupiter.api.Test;

class MembershipTest {
    /** A meeting point for nodes of one JVM, which never forgets. */
    private static final class Square implements MeetingPoint {
        private final Set<String> there = new ConcurrentSkipListSet<>();

        @Override
        public synchronized List<String> others(String self) {
            Set<String> others = new TreeSet<>(there);
            others.remove(self);
            return new ArrayList<>(others);
        }

        @Override
        public synchronized boolean begin(String self) {
            return there.isEmpty() && there.add(self);
        }

        @Override
        public void seen(String self) {
            there.add(self);
        }

        @Override
        public void left(String self) {
            there.remove(self);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Membership node(Contact contact, NodeRole... roles) throws IOException {
        return new Membership("127.0.0.1", free(), free(), Set.of(roles), contact, Protection.NONE);
    }

    @Test
    void nodes_that_meet_are_one_cluster_and_sign_off() throws Exception {
        Square square = new Square();
        Contact shared = new Contact.Shared(square);
        ActorSystem<Void> first = Nodes.start(node(shared, NodeRole.COORDINATOR, NodeRole.ENTITIES));
        ActorSystem<Void> second = Nodes.start(node(shared, NodeRole.SANDBOX));
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Nodes.up(first) == 2 && Nodes.up(second) == 2);
            assertThat(Cluster.get(second).selfMember().getRoles())
                    .contains("sandbox")
                    .doesNotContain("entities");
            Awaitility.await().until(() -> square.there.size() == 2);
        } finally {
            second.terminate();
            first.terminate();
            first.getWhenTerminated().toCompletableFuture().join();
            second.getWhenTerminated().toCompletableFuture().join();
        }
        Awaitility.await().until(square.there::isEmpty);
    }

    @Test
    void of_two_clusters_at_one_meeting_point_one_ends() throws Exception {
        Square square = new Square();
        Membership one = node(new Contact.Seeds(List.of("127.0.0.1:1")), NodeRole.SANDBOX);
        Membership other = node(new Contact.Seeds(List.of("127.0.0.1:1")), NodeRole.SANDBOX);
        ActorSystem<Void> first = alone(one);
        ActorSystem<Void> second = alone(other);
        boolean firstGoesOn = address(one).compareTo(address(other)) < 0;
        ActorSystem<Void> goesOn = firstGoesOn ? first : second;
        ActorSystem<Void> ends = firstGoesOn ? second : first;
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Nodes.up(first) == 1 && Nodes.up(second) == 1);

            Meeting.begin(first, square, address(one), Duration.ofSeconds(3));
            Meeting.begin(second, square, address(other), Duration.ofSeconds(3));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> ends.getWhenTerminated().toCompletableFuture().isDone());
            assertThat(goesOn.getWhenTerminated().toCompletableFuture()).isNotDone();
            assertThat(Nodes.up(goesOn)).isEqualTo(1);
        } finally {
            first.terminate();
            second.terminate();
            first.getWhenTerminated().toCompletableFuture().join();
            second.getWhenTerminated().toCompletableFuture().join();
        }
    }

    private static String address(Membership node) {
        return node.host() + ":" + node.port();
    }

    /** A cluster of one. */
    private static ActorSystem<Void> alone(Membership node) {
        ActorSystem<Void> system = Nodes.start(node);
        Cluster.get(system)
                .manager()
                .tell(Join.create(Cluster.get(system).selfMember().address()));
        return system;
    }

    @Test
    void a_node_with_seeds_joins_them_when_it_is_told_to_and_not_as_soon_as_it_starts() throws Exception {
        Membership node = node(new Contact.Seeds(List.of("a:7355", "b:7355")), NodeRole.SANDBOX);
        Config config =
                node.config().withFallback(ConfigFactory.defaultReference()).resolve();
        assertThat(config.getStringList("pekko.cluster.seed-nodes")).isEmpty();
        Membership first = node(new Contact.Seeds(List.of("127.0.0.1:1")), NodeRole.SANDBOX);
        Membership second = node(new Contact.Seeds(List.of(address(first))), NodeRole.SANDBOX);
        ActorSystem<Void> one = alone(first);
        ActorSystem<Void> other = Nodes.start(second);
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Nodes.up(one) == 2 && Nodes.up(other) == 2);
        } finally {
            other.terminate();
            one.terminate();
            other.getWhenTerminated().toCompletableFuture().join();
            one.getWhenTerminated().toCompletableFuture().join();
        }
    }

    @Test
    void the_profile_downs_minorities_and_remembers_runs() throws Exception {
        Config config = node(new Contact.Seeds(List.of("a:7355", "b:7355")), NodeRole.SANDBOX)
                .config()
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        assertThat(config.getString("pekko.cluster.split-brain-resolver.active-strategy"))
                .isEqualTo("keep-majority");
        assertThat(config.getString("pekko.cluster.downing-provider-class")).endsWith("SplitBrainResolverProvider");
        assertThat(config.getBoolean("elenchus.run.remembered")).isTrue();
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        assertThatThrownBy(() -> new Contact.Seeds(List.of("host")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not HOST:PORT: host");
        assertThatThrownBy(() -> new Contact.Seeds(List.of())).hasMessageContaining("at least one seed");
        assertThatThrownBy(() -> new Contact.Discovery("pekko-dns", "elenchus", 0))
                .hasMessageContaining("at least one");
        Contact contact = new Contact.Seeds(List.of("a:1"));
        assertThatThrownBy(() -> new Membership("a", 0, 1, NodeRole.all(), contact, Protection.NONE))
                .hasMessageContaining("got 0");
        assertThatThrownBy(() -> new Membership("a", 1, 70_000, NodeRole.all(), contact, Protection.NONE))
                .hasMessageContaining("got 70000");
        assertThatThrownBy(() -> new Membership("a", 1, 1, Set.of(), contact, Protection.NONE))
                .hasMessageContaining("at least one role");
        assertThat(NodeRole.parse("sandbox")).contains(NodeRole.SANDBOX);
        assertThat(NodeRole.parse("boss")).isEmpty();
    }
}
