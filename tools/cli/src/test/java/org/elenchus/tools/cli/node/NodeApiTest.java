package org.elenchus.tools.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.elenchus.cluster.Contact;
import org.elenchus.cluster.Membership;
import org.elenchus.cluster.Protection;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.EmbeddedDatabase;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.node.NodeRole;
import org.elenchus.tools.cli.testing.Samples;
import org.elenchus.tools.mining.PreparationListener;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.WorkerHost;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node without slots, spoken to as curl would. */
class NodeApiTest {
    private static final String EXIT = "pekko.coordinated-shutdown.exit-jvm";
    private static final String RUN = Samples.SPEC.runId();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static DataFolder folder;
    private static Database database;
    private static NodeMetrics metrics;
    private static Node node;
    private static int http;

    private static final WorkerHosts NOWHERE = new WorkerHosts() {
        @Override
        public WorkerHost open() {
            throw new AssertionError("a node without slots opens no sandbox");
        }

        @Override
        public Enforcement enforcement() {
            return new Enforcement("nowhere", Map.of());
        }

        @Override
        public void close() {}
    };

    @BeforeAll
    static void start() throws Exception {
        System.setProperty(EXIT, "off");
        ConfigFactory.invalidateCaches();
        int port = free();
        http = free();
        folder = DataFolder.claim(data);
        database = EmbeddedDatabase.in(data);
        database.initialise();
        metrics = new NodeMetrics();
        database.measure(metrics.registry());
        Membership membership = new Membership(
                "127.0.0.1",
                port,
                http,
                Set.of(NodeRole.COORDINATOR, NodeRole.ENTITIES),
                new Contact.Seeds(List.of("127.0.0.1:" + port)),
                Protection.NONE);
        node = Node.start(membership, database, folder, 0, NOWHERE, metrics, PreparationListener.SILENT);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> ask("GET", "ready", "").statusCode() == 200);
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        metrics.close();
        database.close();
        folder.close();
        System.clearProperty(EXIT);
        ConfigFactory.invalidateCaches();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> ask(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/" + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(30))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static JsonNode answered(String method, String path, String body) throws Exception {
        HttpResponse<String> response = ask(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return ProtocolJson.mapper().readTree(response.body());
    }

    @Test
    void a_run_is_started_paused_given_a_share_resumed_and_cancelled() throws Exception {
        String spec = new String(ProtocolJson.write(Samples.SPEC), StandardCharsets.UTF_8);
        assertThat(answered("POST", "runs", spec).path("phase").asText()).isEqualTo("PREPARING");
        assertThat(answered("POST", "runs", spec).path("phase").asText())
                .as("posted again it is the same run")
                .isEqualTo("PREPARING");
        assertThat(answered("POST", "runs/" + RUN + "/pause", "").path("phase").asText())
                .isEqualTo("PAUSED");
        JsonNode shared = answered("PUT", "runs/" + RUN + "/share", "{\"priority\": 20, \"slots\": 2}");
        assertThat(shared.path("share").path("priority").asInt()).isEqualTo(20);
        assertThat(answered("GET", "runs/" + RUN, "")
                        .path("share")
                        .path("slots")
                        .asInt())
                .isEqualTo(2);
        assertThat(answered("POST", "runs/" + RUN + "/resume", "").path("phase").asText())
                .isEqualTo("PREPARING");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ask("GET", "metrics", "").body())
                        .contains("elenchus_desk_waiting 3.0")
                        .contains("elenchus_entities{kind=\"EvolutionRun\"} 1"));
        assertThat(answered("POST", "runs/" + RUN + "/cancel", "")
                        .path("failure")
                        .asText())
                .startsWith("cancelled");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ask("GET", "metrics", "").body())
                        .as("what waits of a cancelled run is dropped")
                        .contains("elenchus_desk_waiting 0.0"));
        JsonNode runs = answered("GET", "runs", "");
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).path("run").asText()).isEqualTo(RUN);
        assertThat(runs.get(0).path("state").asText()).isEqualTo("FAILED");
        assertThat(runs.get(0).path("failure").asText()).isEqualTo("cancelled");
        assertThat(runs.get(0).path("phase").asText()).as("it was cancelled in").isEqualTo("PREPARING");
        assertThat(runs.get(0).path("iteration").asInt()).isZero();
        assertThat(ask("GET", "runs/" + RUN + "/report", "").body()).contains("digest: ");
        assertThat(answered("GET", "runs/" + RUN + "/report?as=json", "")
                        .path("seed")
                        .asLong())
                .isEqualTo(Samples.SPEC.seed());
    }

    @Test
    void a_run_that_was_never_started_is_not_found() throws Exception {
        assertThat(ask("GET", "runs/run-none", "").statusCode()).isEqualTo(404);
        for (String command : List.of("pause", "resume", "cancel")) {
            assertThat(ask("POST", "runs/run-none/" + command, "").statusCode())
                    .as(command)
                    .isEqualTo(404);
        }
        HttpResponse<String> share = ask("PUT", "runs/run-none/share", "{\"priority\": 20}");
        assertThat(share.statusCode()).isEqualTo(404);
        assertThat(share.body()).isEqualTo("there is no run run-none");
        assertThat(ask("GET", "runs/run-none/report", "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_meant_is_refused_with_the_reason() throws Exception {
        assertThat(ask("POST", "runs", "{\"seed\": \"many\"}").statusCode()).isEqualTo(400);
        HttpResponse<String> greedy = ask("PUT", "runs/run-none/share", "{\"priority\": 1000}");
        assertThat(greedy.statusCode()).isEqualTo(400);
        assertThat(greedy.body()).contains("a priority is 1 to 100");
        HttpResponse<String> idle = ask("PUT", "runs/run-none/share", "{\"priority\": 5, \"slots\": 0}");
        assertThat(idle.statusCode()).isEqualTo(400);
        assertThat(idle.body()).contains("a run needs at least 1 slot; got 0");
        HttpResponse<String> list = ask("PUT", "runs/run-none/share", "[]");
        assertThat(list.statusCode()).isEqualTo(400);
        assertThat(list.body()).startsWith("not the share: ");
        HttpResponse<String> half = ask("POST", "runs", "{");
        assertThat(half.statusCode()).isEqualTo(400);
        assertThat(half.body()).startsWith("not the specification of a run: ");
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_sent() throws Exception {
        // A body on its way would meet a closed connection, and the answer could be lost.
        String head = "POST /runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + ((1 << 20) + 1) + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", http);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413 ");
        }
    }

    private static void refused(UnaryOperator<String> change, String said) throws Exception {
        String json = new String(ProtocolJson.write(Samples.SPEC), StandardCharsets.UTF_8);
        HttpResponse<String> response = ask("POST", "runs", change.apply(json));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains(said);
    }

    @Test
    void a_specification_that_cannot_be_run_is_refused_before_anything_is_begun() throws Exception {
        refused(spec -> "null", "not the specification of a run");
        refused(spec -> "{}", "iterations must be at least 1");
        refused(
                spec -> spec.replace("\"learningRate\":0.15", "\"learningRate\":0"),
                "learning rate must be above 0 and finite; got 0.0");
        refused(spec -> spec.replace("\"ALIGNMENT\"", "null"), "reward must be given; got null");
        refused(
                spec -> spec.replace(Samples.TRAIN.value(), "dir:/no/such/folder"),
                "There is no folder /no/such/folder");
        assertThat(answered("GET", "runs", "").findValuesAsText("run")).isSubsetOf(RUN);
    }

    @Test
    void metrics_are_in_the_format_of_prometheus() throws Exception {
        HttpResponse<String> response = ask("GET", "metrics", "");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.body())
                .contains("# TYPE elenchus_verdicts_total counter")
                .contains("elenchus_verdicts_total{verdict=\"semantics\"} 0.0")
                .contains("elenchus_slots 0.0")
                .contains("hikaricp_connections_usage_seconds_count{pool=\"elenchus\"}")
                .contains("jvm_memory_used_bytes");
    }
}
