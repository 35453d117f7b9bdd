package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.elenchus.persistence.DatabaseFault.Kind;
import org.elenchus.protocol.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDatabaseTest {
    private static final Credentials OWNER = new Credentials("postgres", "");

    private final List<String> remarks = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:mem:x", "postgresql://host/db", "jdbc:mysql://host/db", "host", "jdbc:postgresql:/"})
    void refuses_what_is_no_url_of_postgresql(String url) {
        assertFault(Kind.NOT_POSTGRES, () -> PostgresDatabase.at(url, OWNER, remarks::add))
                .hasMessageContaining("jdbc:postgresql://HOST:5432/DATABASE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=me&password=secret",
                "jdbc:postgresql://host/db?sslmode=require&PASSWORD=secret",
                "jdbc:postgresql://host/db?sslpassword=secret",
                "jdbc:postgresql://me:secret@host/db",
                "postgresql://me:secret@host/db"
            })
    void refuses_a_url_with_a_secret_without_repeating_it(String url) {
        assertFault(Kind.SECRET_IN_URL, () -> PostgresDatabase.at(url, OWNER, remarks::add))
                .hasMessageContaining("ELENCHUS_DB_PASSWORD")
                .hasMessageNotContaining("secret");
    }

    @Test
    @Timeout(60)
    void says_that_nobody_answers_after_having_waited() throws Exception {
        try (Gate gate = new Gate(PostgresServer.port());
                PostgresDatabase database = impatient(gate)) {
            assertFault(Kind.UNREACHABLE, database::initialise).hasMessageContaining("start PostgreSQL");
            assertThat(remarks).hasSize(1).first().asString().startsWith("waiting up to 1 s: nobody answers");
        }
    }

    @Test
    @Timeout(60)
    void waits_for_a_server_that_is_still_to_come() throws Exception {
        String name = PostgresServer.fresh();
        try (Gate gate = new Gate(PostgresServer.port());
                PostgresDatabase database = PostgresDatabase.at(
                        PostgresServer.url(name, gate.port()), OWNER, Duration.ofSeconds(50), remark -> {
                            remarks.add(remark);
                            openUnlessOpen(gate);
                        })) {
            database.initialise();

            assertThat(remarks).first().asString().contains("nobody answers");
            assertThat(new JournalReader(database).readAll()).isEmpty();
        }
    }

    @Test
    void says_that_the_password_is_wrong_without_repeating_it() throws Exception {
        try (PostgresDatabase database =
                PostgresDatabase.at(url("postgres"), new Credentials("guarded", "wrong-horse"), remarks::add)) {
            assertFault(Kind.REFUSED, database::initialise)
                    .hasMessageContaining("'guarded'")
                    .hasMessageContaining("ELENCHUS_DB_PASSWORD")
                    .hasMessageNotContaining("wrong-horse");
        }
        try (PostgresDatabase database =
                PostgresDatabase.at(url("postgres"), new Credentials("guarded", ""), remarks::add)) {
            assertFault(Kind.REFUSED, database::initialise).hasMessageContaining("'guarded'");
        }
    }

    @Test
    void lets_a_user_with_a_password_work() throws Exception {
        String name = PostgresServer.fresh();
        PostgresServer.run("postgres", "ALTER DATABASE " + name + " OWNER TO guarded");
        try (PostgresDatabase database = PostgresDatabase.at(
                url(name), new Credentials("guarded", PostgresServer.GUARDED_PASSWORD), remarks::add)) {
            database.initialise();
            Digest digest = database.artifacts().put(List.of("x"));
            assertThat(database.artifacts().json(digest)).asString().isEqualTo("[\"x\"]");
        }
    }

    @Test
    void says_that_the_database_is_missing() throws Exception {
        try (PostgresDatabase database = PostgresDatabase.at(url("nowhere"), OWNER, remarks::add)) {
            assertFault(Kind.NO_DATABASE, database::initialise).hasMessageContaining("createdb");
        }
    }

    @Test
    void says_that_the_user_may_not_make_tables() throws Exception {
        String name = PostgresServer.fresh();
        try (PostgresDatabase database = PostgresDatabase.at(url(name), new Credentials("visitor", ""), remarks::add)) {
            assertFault(Kind.NO_RIGHTS, database::initialise).hasMessageContaining("GRANT ALL ON SCHEMA public");
        }
    }

    @Test
    void reading_an_empty_database_says_what_to_do() throws Exception {
        try (PostgresDatabase database = PostgresDatabase.at(url(PostgresServer.fresh()), OWNER, remarks::add)) {
            assertFault(Kind.EMPTY, () -> new JournalReader(database).readAll())
                    .hasMessageContaining("elenchus evolve")
                    .hasMessageContaining("--db");
        }
    }

    @Test
    void remarks_that_the_server_does_not_sync() throws Exception {
        try (PostgresDatabase database = PostgresDatabase.at(url(PostgresServer.fresh()), OWNER, remarks::add)) {
            database.initialise();
        }
        assertThat(remarks).anyMatch(remark -> remark.contains("fsync=off"));
    }

    @Test
    @Timeout(60)
    void an_artifact_is_stored_although_the_server_goes_away_meanwhile() throws Exception {
        try (Gate gate = new Gate(PostgresServer.port())) {
            gate.open();
            PostgresDatabase database =
                    PostgresDatabase.at(PostgresServer.url(PostgresServer.fresh(), gate.port()), OWNER, remark -> {
                        remarks.add(remark);
                        if (remark.startsWith("waiting")) {
                            openUnlessOpen(gate);
                        }
                    });
            try (database) {
                database.initialise();
                database.artifacts().put(List.of("before"));
                gate.shut();

                CompletableFuture<Digest> stored =
                        CompletableFuture.supplyAsync(() -> database.artifacts().put(List.of("meanwhile")));

                assertThat(database.artifacts().json(stored.get())).asString().contains("meanwhile");
                assertThat(remarks).anyMatch(remark -> remark.startsWith("waiting up to 600 s"));
            }
        }
    }

    @Test
    @Timeout(60)
    void others_read_all_that_was_acknowledged_while_actors_write() throws Exception {
        String name = PostgresServer.fresh();
        CountDownLatch some = new CountDownLatch(50);
        try (PostgresDatabase writing = PostgresDatabase.at(url(name), OWNER, remarks::add);
                PostgresDatabase reading = PostgresDatabase.at(url(name), OWNER, remarks::add)) {
            writing.initialise();
            var system = JournalingProcess.start(writing, number -> some.countDown());
            JournalingProcess.tell(system, 2000);
            some.await();

            List<JournalEntry> seen = new JournalReader(reading).readAll();

            assertThat(seen).hasSizeGreaterThanOrEqualTo(50);
            assertThat(seen.getLast().sequenceNumber()).isEqualTo(seen.size());
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().get();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "57P03, STARTING, has not finished starting",
        "53300, TOO_MANY_CONNECTIONS, max_connections",
        "57P01, UNREACHABLE, start PostgreSQL",
        "08006, UNREACHABLE, start PostgreSQL",
        "28000, REFUSED, does not let user",
        "42501, NO_RIGHTS, GRANT",
        "XX000, FAILED, the server's log"
    })
    void what_the_server_says_becomes_a_fault_with_a_remedy(String state, Kind kind, String remedy) throws Exception {
        try (PostgresDatabase database = PostgresDatabase.at(url("any"), OWNER, remarks::add)) {
            for (SQLException said : List.of(
                    new SQLException("it said", state),
                    new SQLTransientConnectionException("no connection", null, new SQLException("it said", state)))) {
                DatabaseFault fault = database.faultOf(said);
                assertThat(fault.kind()).isEqualTo(kind);
                assertThat(fault).hasMessageContaining(remedy);
            }
        }
    }

    @Test
    void neither_configuration_nor_text_holds_the_password() throws Exception {
        Credentials credentials = new Credentials("me", "battery-staple");
        try (PostgresDatabase database =
                PostgresDatabase.at("jdbc:postgresql://host/db?ssl=true", credentials, remarks::add)) {
            assertThat(database.toString()).isEqualTo("jdbc:postgresql://host/db");
            assertThat(credentials.toString()).doesNotContain("battery-staple");
            assertThat(Database.config().root().render()).doesNotContain("battery-staple");
            assertThat(database.setup().toString()).doesNotContain("battery-staple");
        }
    }

    private PostgresDatabase impatient(Gate gate) throws DatabaseFault {
        return PostgresDatabase.at(
                PostgresServer.url("postgres", gate.port()), OWNER, Duration.ofSeconds(1), remarks::add);
    }

    private static String url(String database) {
        return PostgresServer.url(database);
    }

    private static void openUnlessOpen(Gate gate) {
        try {
            gate.open();
        } catch (IOException alreadyOpen) {
            // Then there is nothing to do.
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFault(
            Kind kind, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DatabaseFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }
}
