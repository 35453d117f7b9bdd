package org.elenchus.tools.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterBenchCommandTest {
    @TempDir
    Path folder;

    private Typed type(String options) {
        List<String> words = new ArrayList<>(List.of("bench", "cluster"));
        words.addAll(Arrays.asList(options.split(" ")));
        return Typed.in(folder.resolve("data"), words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nodes 0 | --nodes must be at least 1",
                "--nodes 1,65 | --nodes must be at most 64",
                "--slots 0 | --slots must be at least 1",
                "--slots 5000 | --slots must be at most 4096",
                "--latency -1 | from 0; got -1",
                "--spread 2 | 0 to 1; got 2",
                "--rollouts 1 | at least 2 rollouts",
                "--repositories 2 | needs 3 repositories",
                "--runs 0 | --runs must be at least 1",
                "--window 0 | --window must be at least 1",
                "--heap much | --heap much is no size",
                "--json /no/such/folder/x.json | does not exist"
            })
    void a_mistake_is_one_line_and_exit_code_2(String options, String said) {
        Typed typed = type(options);

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).startsWith("elenchus: ").contains(said);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_cluster_needs_a_database_that_nodes_can_share() {
        Typed typed = type("--nodes 1");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).contains("name one with --db");
    }

    @Test
    void the_help_has_examples_and_defaults() {
        assertThat(type("--help").out()).contains("Examples:", "--latency 0", "1,2,4,8");
    }

    @Test
    void clusters_of_real_nodes_are_measured_and_leave_neither_tables_nor_processes() throws Exception {
        Path credentials = Files.writeString(folder.resolve("credentials"), "user=postgres\n");
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
        Path json = folder.resolve("cluster.json");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Typed typed = type("--db jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres --db-credentials "
                    + credentials + " --nodes 1,2 --slots 4 --runs 2 --latency 5 --rollouts 2 --edits 2 --warm-up 1"
                    + " --longest-warm-up 0 --window 3 --heap 256m --json " + json);

            assertThat(typed.exitCode()).as(typed.err()).isZero();
            assertThat(typed.err()).contains("1 node: starting", "2 nodes: measuring");
            JsonNode sizes =
                    ProtocolJson.mapper().readTree(Files.readAllBytes(json)).path("sizes");
            assertThat(sizes).hasSize(2).allSatisfy(size -> {
                assertThat(size.path("executions").asLong()).isPositive();
                assertThat(size.path("piecesPerSecond").asDouble()).isPositive();
                assertThat(size.path("eventsPerSecond").asDouble()).isPositive();
                assertThat(size.path("processorSeconds").asDouble()).isPositive();
                assertThat(size.path("faulted").asLong()).isZero();
                assertThat(size.path("runsFailed").asLong()).isZero();
            });
            assertThat(schemas(server)).isZero();
        }
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("LoadNodeMain")))
                .isEmpty();
    }

    private static int schemas(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'elenchus%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
