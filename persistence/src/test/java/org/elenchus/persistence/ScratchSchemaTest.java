package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScratchSchemaTest {
    private final String name = PostgresServer.fresh();
    private final List<String> remarks = new ArrayList<>();
    private PostgresDatabase database;

    @BeforeEach
    void open() throws DatabaseFault {
        database = at(PostgresServer.url(name));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PostgresDatabase at(String url) throws DatabaseFault {
        return PostgresDatabase.at(url, new Credentials("postgres", ""), Duration.ofSeconds(5), remarks::add);
    }

    /** As a process with that environment would open it. */
    private PostgresDatabase within(ScratchSchema schema) throws DatabaseFault {
        return at(String.valueOf(schema.environment().get("ELENCHUS_DB")));
    }

    private List<String> artifactTables() throws Exception {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = PostgresServer.connect(name);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_schema FROM information_schema.tables WHERE table_name = 'artifact' ORDER BY 1")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    @Test
    void whoever_has_its_environment_works_in_it_and_nowhere_else() throws Exception {
        database.initialise();
        Digest kept = database.artifacts().put("kept");
        try (ScratchSchema schema = database.scratch();
                PostgresDatabase inside = within(schema)) {
            inside.initialise();
            Digest written = inside.artifacts().put("scratch");

            assertThat(artifactTables()).containsExactly(ScratchSchema.NAME, "public");
            assertThatThrownBy(() -> database.artifacts().json(written)).isInstanceOf(ArtifactDamage.class);
            assertThatThrownBy(() -> inside.artifacts().json(kept)).isInstanceOf(ArtifactDamage.class);
        }
    }

    @Test
    void closing_it_removes_what_was_written_and_leaves_the_rest() throws Exception {
        database.initialise();
        try (ScratchSchema schema = database.scratch();
                PostgresDatabase inside = within(schema)) {
            inside.initialise();
        }

        assertThat(artifactTables()).containsExactly("public");
    }

    @Test
    void renewing_it_empties_it() throws Exception {
        try (ScratchSchema schema = database.scratch();
                PostgresDatabase inside = within(schema)) {
            inside.initialise();

            schema.renew();

            assertThat(artifactTables()).isEmpty();
        }
    }

    @Test
    void a_database_has_one_at_a_time() throws Exception {
        try (ScratchSchema first = database.scratch();
                PostgresDatabase other = at(PostgresServer.url(name))) {
            assertThatThrownBy(other::scratch)
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("another measurement is under way");
            assertThat(first.events()).isZero();
        }
        database.scratch().close();
    }

    @Test
    void what_a_killed_measurement_has_left_is_removed() throws Exception {
        PostgresServer.run(
                name,
                "CREATE SCHEMA " + ScratchSchema.NAME,
                "CREATE TABLE " + ScratchSchema.NAME + ".artifact (id INT)");

        database.scratch().close();

        assertThat(artifactTables()).isEmpty();
    }

    @Test
    void events_are_counted_from_when_it_was_made() throws Exception {
        try (ScratchSchema schema = database.scratch();
                PostgresDatabase inside = within(schema)) {
            assertThat(schema.events()).as("no tables yet").isZero();
            inside.initialise();
            assertThat(schema.events()).isZero();
            PostgresServer.run(
                    name,
                    "INSERT INTO " + ScratchSchema.NAME + ".event_journal (persistence_id, sequence_number, writer,"
                            + " write_timestamp, adapter_manifest, event_payload, event_ser_id, event_ser_manifest)"
                            + " SELECT 'p', g, 'w', 0, '', '', 1, '' FROM generate_series(1, 7) g");

            assertThat(schema.events()).isEqualTo(7);
        }
    }
}
