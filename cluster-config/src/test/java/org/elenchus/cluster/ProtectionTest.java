package org.elenchus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.awaitility.Awaitility;
import org.elenchus.protocol.node.NodeRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectionTest {
    private static final String SECRET = "a long enough secret";

    @TempDir
    Path folder;

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Membership node(int port, int seed, Protection protection) throws IOException {
        return new Membership(
                "127.0.0.1",
                port,
                free(),
                Set.of(NodeRole.SANDBOX),
                new Contact.Seeds(List.of("127.0.0.1:" + seed)),
                protection);
    }

    private static Protection protection(Path tls) {
        return new Protection(Optional.of(new Certificates(tls)), Optional.of(new ApiPassword(SECRET)));
    }

    private static int asked(HttpClient client, Membership node, Optional<String> authorisation) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + node.httpPort() + "/cluster/members/"));
        authorisation.ifPresent(value -> request.header("Authorization", value));
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void nodes_with_certificates_of_one_authority_meet_and_others_stay_outside() throws Exception {
        Path ours = PemFolder.make(folder.resolve("ours"), "elenchus");
        Path theirs = PemFolder.make(folder.resolve("theirs"), "elenchus");
        int seed = free();
        Membership first = node(seed, seed, protection(ours));
        ActorSystem<Void> one = Nodes.start(first);
        ActorSystem<Void> two = Nodes.start(node(free(), seed, protection(ours)));
        ActorSystem<Void> plain = Nodes.start(node(free(), seed, Protection.NONE));
        ActorSystem<Void> stranger = Nodes.start(node(free(), seed, protection(theirs)));
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Nodes.up(one) == 2 && Nodes.up(two) == 2);
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Nodes.up(plain) == 0
                            && Nodes.up(stranger) == 0
                            && Cluster.get(one).state().members().size() == 2);

            HttpClient trusting = HttpClient.newBuilder()
                    .sslContext(new Certificates(ours).client())
                    .build();
            assertThat(asked(trusting, first, Optional.of(new ApiPassword(SECRET).basic())))
                    .isEqualTo(200);
            assertThat(asked(trusting, first, Optional.empty())).isEqualTo(401);
            assertThat(asked(trusting, first, Optional.of(new ApiPassword(SECRET + "!").basic())))
                    .isEqualTo(401);
            HttpClient doubting = HttpClient.newBuilder()
                    .sslContext(new Certificates(theirs).client())
                    .build();
            assertThatThrownBy(() -> asked(doubting, first, Optional.empty()))
                    .isInstanceOf(SSLHandshakeException.class);
        } finally {
            for (ActorSystem<Void> system : List.of(stranger, plain, two, one)) {
                system.terminate();
                system.getWhenTerminated().toCompletableFuture().join();
            }
        }
    }

    @Test
    void what_is_missing_is_named() throws Exception {
        assertThatThrownBy(() -> new Certificates(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ca.crt")
                .hasMessageContaining("tls.key");
        Files.writeString(folder.resolve("ca.crt"), "not a certificate");
        Certificates half = new Certificates(folder);
        assertThatThrownBy(half::client).hasMessageContaining("cannot be used");
        assertThatThrownBy(half::remoting).hasMessageContaining("tls.key");
        assertThatThrownBy(() -> new ApiPassword("short")).hasMessageContaining("at least 12");
        assertThatThrownBy(() -> ApiPassword.in(folder.resolve("none"))).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new Membership(
                        "a",
                        1,
                        2,
                        NodeRole.all(),
                        new Contact.Discovery("config", "elenchus", 1),
                        new Protection(Optional.empty(), Optional.of(new ApiPassword(SECRET)))))
                .hasMessageContaining("meet in their database");
    }

    @Test
    void a_password_is_read_and_never_printed() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), SECRET + "\nand more\n");
        assertThat(ApiPassword.in(file).basic()).isEqualTo(new ApiPassword(SECRET).basic());
        assertThat(ApiPassword.of(Map.of(ApiPassword.VARIABLE, SECRET))
                        .orElseThrow()
                        .basic())
                .isEqualTo(new ApiPassword(SECRET).basic());
        assertThat(ApiPassword.of(Map.of())).isEmpty();
        assertThat(new Protection(Optional.empty(), Optional.of(new ApiPassword(SECRET))).toString())
                .doesNotContain(SECRET);
    }
}
