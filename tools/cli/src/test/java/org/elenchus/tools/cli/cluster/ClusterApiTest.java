package org.elenchus.tools.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.elenchus.cluster.Protection;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterApiTest {
    private static final Status TRAINING =
            new Status("run-1", Phase.TRAINING, 2, 8, 3, List.of(), Optional.empty(), Share.DEFAULT);

    /** What the node answers next. */
    private final Queue<Answer> answers = new ArrayDeque<>();

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer node;
    private ClusterApi cluster;

    private record Answer(int code, String body) {}

    @BeforeEach
    void start() throws Exception {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", this::answer);
        node.start();
        cluster = ClusterApi.at("127.0.0.1:" + node.getAddress().getPort(), Protection.NONE);
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : " " + body));
        Answer answer = answers.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.code(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String json(Status status) {
        return new String(ProtocolJson.write(status), StandardCharsets.UTF_8);
    }

    @Test
    void a_run_is_followed_by_its_id() throws Exception {
        answers.add(new Answer(200, json(TRAINING)));
        answers.add(new Answer(200, "the report"));
        assertThat(cluster.status("run-1")).isEqualTo(TRAINING);
        assertThat(cluster.report("run-1", true)).isEqualTo("the report");
        assertThat(asked).containsExactly("GET /runs/run-1", "GET /runs/run-1/report?as=json");
    }

    @Test
    void a_run_is_told_what_to_do() throws Exception {
        for (int i = 0; i < 3; i++) {
            answers.add(new Answer(200, json(TRAINING)));
        }
        cluster.order("run-1", "pause");
        cluster.share("run-1", new Share(20, Optional.of(8)));
        cluster.share("run-1", new Share(20, Optional.empty()));
        assertThat(asked)
                .containsExactly(
                        "POST /runs/run-1/pause",
                        "PUT /runs/run-1/share {\"priority\":20,\"slots\":8}",
                        "PUT /runs/run-1/share {\"priority\":20,\"slots\":null}");
    }

    @Test
    void a_node_that_is_away_for_a_moment_is_asked_again() throws Exception {
        answers.add(new Answer(503, "the run does not answer now; ask again"));
        answers.add(new Answer(200, json(TRAINING)));
        assertThat(cluster.status("run-1")).isEqualTo(TRAINING);
        assertThat(asked).hasSize(2);
    }

    @Test
    void what_is_refused_is_not_asked_again() {
        answers.add(new Answer(404, "there is no run run-9"));
        assertThatThrownBy(() -> cluster.report("run-9", false))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("there is no run run-9");
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_a_node_cannot_do_is_said_and_not_asked_again() {
        answers.add(new Answer(500, "the journal was written by a newer version of elenchus: upgrade"));
        assertThatThrownBy(() -> cluster.report("run-1", false))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("written by a newer version");
        assertThat(asked).hasSize(1);
    }

    @Test
    void words_of_another_version_are_said_to_be_that() {
        answers.add(new Answer(200, "{\"runId\": 1, \"phase\": \"DREAMING\"}"));
        assertThatThrownBy(() -> cluster.status("run-1"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("use the cluster's version of elenchus");
    }

    @Test
    void a_member_leaves_by_its_full_address() throws Exception {
        answers.add(new Answer(200, "{\"members\": []}"));
        answers.add(new Answer(200, ""));
        assertThat(cluster.members().path("members").isEmpty()).isTrue();
        cluster.change("pekko://elenchus@127.0.0.1:7356", "Leave");
        assertThat(asked)
                .containsExactly(
                        "GET /cluster/members/",
                        "PUT /cluster/members/pekko%3A%2F%2Felenchus%40127.0.0.1%3A7356 operation=Leave");
    }

    @Test
    void what_is_no_address_is_a_usage_error() {
        for (String address : List.of("ftp://host", "::", "http://", "host name")) {
            assertThatThrownBy(() -> ClusterApi.at(address, Protection.NONE))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("is no address");
        }
    }
}
