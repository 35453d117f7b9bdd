package org.elenchus.tools.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesBenchCommandTest {
    @TempDir
    Path folder;

    private Typed type(String options) {
        List<String> words = new ArrayList<>(List.of("bench", "entities"));
        words.addAll(Arrays.asList(options.split(" ")));
        return Typed.in(folder.resolve("data"), words.toArray(String[]::new));
    }

    private Path credentials() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), "user=postgres\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nodes 1 | --nodes must be at least 2",
                "--nodes 17 | --nodes must be at most 16",
                "--repositories 0 | at least one repository",
                "--skills 0 | at least one repository and one skill",
                "--events 100 | have at least 52000 events; got 100",
                "--sample 0 | --sample must be at least 1",
                "--kills -1 | --kills must be at least 0",
                "--heap much | --heap much is no size",
                "--setting stable-after | --setting stable-after is no setting",
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
        Typed typed = type("--nodes 2");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).contains("name one with --db");
    }

    @Test
    void a_database_that_is_no_postgresql_is_refused() throws Exception {
        Typed typed = type("--db jdbc:h2:mem:x --db-credentials " + credentials());

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().lines()).hasSize(1);
        assertThat(typed.err()).contains("jdbc:postgresql://");
    }

    @Test
    void the_help_has_examples_and_defaults() {
        assertThat(type("--help").out()).contains("Examples:", "a quick look", "1000000", "50000");
    }

    /** Nodes that are late on a busy machine are not missed: what is looked at is that it works, not how fast. */
    @Test
    void a_small_population_is_recovered_and_outlives_a_join_and_two_kills() throws Exception {
        Path credentials = credentials();
        Path json = folder.resolve("entities.json");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Typed typed = type("--db jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres --db-credentials "
                    + credentials + " --repositories 5 --skills 40 --events 500 --nodes 2 --kills 1 --sample 20"
                    + " --heap 256m --setting pekko.cluster.failure-detector.acceptable-heartbeat-pause=8s --json "
                    + json);

            assertThat(typed.exitCode()).as(typed.err()).isZero();
            assertThat(typed.err()).contains("filling the journal with 500 events", "kill -9 of the oldest node");
            assertThat(typed.out()).contains("goal: kill -9 to sample answering");
            JsonNode figures = ProtocolJson.mapper().readTree(Files.readAllBytes(json));
            assertThat(figures.path("memory").path("entities").asInt()).isEqualTo(45);
            assertThat(figures.path("joins")).hasSize(3);
            assertThat(figures.path("kills")).hasSize(2).allSatisfy(kill -> {
                assertThat(kill.path("answering").asDouble()).isPositive();
                assertThat(kill.path("all").asDouble())
                        .isGreaterThanOrEqualTo(kill.path("answering").asDouble());
            });
        }
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("PopulationNodeMain")))
                .isEmpty();
    }
}
