package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a journal and its artifacts must be like, whichever database holds them. */
abstract class DatabaseContract {
    /** An application may set it; Elenchus' own configuration does not. */
    private static final Config COMPRESSED = ConfigFactory.parseString(
            "pekko.serialization.jackson.run-event.compression { algorithm = gzip, compress-larger-than = 0 KiB }");

    private static final Patch PATCH = new Patch(List.of(new TextEdit("a/B.java", 3, "x < y", "x <= y")));

    /** The database under test as a process of its own would see it. To be closed by the test. */
    abstract Database open() throws StorageFault;

    /** A connection past everything, to damage what is there. */
    abstract Connection past() throws Exception;

    /** Writes an event's payload over. */
    abstract String eventOfTheFuture();

    /** Makes one artifact's content the other's. */
    abstract void exchange(Digest damaged, Digest other) throws Exception;

    abstract void truncate(Digest damaged) throws Exception;

    @Test
    @Timeout(120)
    void what_actors_persist_is_read_back_in_order_without_them() throws Exception {
        try (Database database = open()) {
            database.initialise();
            JournalingProcess.journal(database, 250);
        }
        try (Database database = open()) {
            List<JournalEntry> entries = new JournalReader(database).readAll();

            assertThat(entries).hasSize(250);
            for (int i = 0; i < 250; i++) {
                assertThat(entries.get(i).sequenceNumber()).isEqualTo(i + 1L);
                assertThat(entries.get(i).event()).isEqualTo(new EvolutionRunProtocol.RunFailed("event " + (i + 1)));
            }
        }
    }

    @Test
    @Timeout(120)
    void events_that_were_compressed_are_read_and_recovered_from() throws Exception {
        AtomicInteger recovered = new AtomicInteger();
        try (Database database = open()) {
            database.initialise();
            JournalingProcess.journal(database, 2, COMPRESSED.withFallback(Database.config()));
        }
        assertThat(aPayload()).startsWith(0x1f, 0x8b);
        try (Database database = open()) {
            JournalingProcess.journal(database, 1, Database.config(), recovered::set);
            assertThat(recovered).hasValue(2);
            assertThat(new JournalReader(database).readAll())
                    .extracting(JournalEntry::event)
                    .containsExactly(
                            new EvolutionRunProtocol.RunFailed("event 1"),
                            new EvolutionRunProtocol.RunFailed("event 2"),
                            new EvolutionRunProtocol.RunFailed("event 1"));
        }
    }

    private byte[] aPayload() throws Exception {
        try (Connection connection = past();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT \"event_payload\" FROM \"event_journal\"")) {
            row.next();
            return row.getBytes(1);
        }
    }

    @Test
    void the_events_of_one_run_are_read_without_those_of_others() throws Exception {
        try (Database database = open()) {
            database.initialise();
        }
        for (String id :
                List.of("EvolutionRun|run-1", "Skill|run-1~guard", "EvolutionRun|run-12", "EvolutionRun|run_1")) {
            sql(
                    "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\", \"write_timestamp\","
                            + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                            + " VALUES ('" + id + "', 1, 'w', 0, '', "
                            + eventOfTheFuture().replace("of-the-future", "run-paused") + ", 1, '')");
        }
        try (Database database = open()) {
            JournalReader reader = new JournalReader(database);
            assertThat(read(reader, "run-1"))
                    .extracting(JournalEntry::persistenceId)
                    .containsExactly("EvolutionRun|run-1", "Skill|run-1~guard");
            assertThat(read(reader, "run_1")).hasSize(1);
            assertThat(read(reader, "run")).isEmpty();
            assertThat(reader.counts()).isEqualTo(Map.of("run-1", 2, "run-12", 1, "run_1", 1));
            assertThat(reader.firsts("EvolutionRun"))
                    .extracting(JournalEntry::runId)
                    .containsExactly("run-1", "run-12", "run_1");
        }
    }

    private static List<JournalEntry> read(JournalReader reader, String runId) throws StorageFault {
        List<JournalEntry> entries = new ArrayList<>();
        reader.forEach(runId, entries::add);
        return entries;
    }

    @Test
    @Timeout(120)
    void of_the_entities_of_a_type_the_events_of_some_classes_are_read() throws Exception {
        try (Database database = open()) {
            database.initialise();
            JournalingProcess.journal(database, 3);
        }
        sql("INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\", \"write_timestamp\","
                + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                + " VALUES ('EvolutionRun|run-2', 1, 'w', 0, '', "
                + eventOfTheFuture().replace("of-the-future", "run-paused") + ", 1, '')");
        try (Database database = open()) {
            JournalReader reader = new JournalReader(database);
            List<JournalEntry> paused = new ArrayList<>();
            reader.forEach("EvolutionRun", Set.of(EvolutionRunProtocol.RunPaused.class), paused::add);
            assertThat(paused).extracting(JournalEntry::runId).containsExactly("run-2");
            reader.forEach("Skill", Set.of(EvolutionRunProtocol.RunPaused.class), paused::add);
            assertThat(paused).hasSize(1);
            List<JournalEntry> failed = new ArrayList<>();
            reader.forEach("EvolutionRun", Set.of(EvolutionRunProtocol.RunFailed.class), failed::add);
            assertThat(failed).hasSize(3);
        }
    }

    @Test
    @Timeout(120)
    void of_every_entity_of_a_type_the_newest_events_are_read_as_far_as_they_are_wanted() throws Exception {
        try (Database database = open()) {
            database.initialise();
            JournalingProcess.journal(database, 50);
        }
        sql("INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\", \"write_timestamp\","
                + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                + " VALUES ('EvolutionRun|run-2', 1, 'w', 0, '', "
                + eventOfTheFuture().replace("of-the-future", "run-paused") + ", 1, '')");
        try (Database database = open()) {
            JournalReader reader = new JournalReader(database);
            List<List<JournalEntry>> latest =
                    reader.latest("EvolutionRun", new EvolutionRunProtocol.RunFailed("event 48")::equals);
            assertThat(latest).hasSize(2);
            assertThat(latest.get(0)).extracting(JournalEntry::sequenceNumber).containsExactly(1L, 50L, 49L, 48L);
            assertThat(latest.get(1)).extracting(JournalEntry::runId).containsExactly("run-2");
            assertThat(reader.latest("EvolutionRun", event -> false).get(0)).hasSize(50);
            assertThat(reader.latest("Skill", event -> true)).isEmpty();
        }
    }

    @Test
    @Timeout(120)
    void making_the_tables_again_changes_nothing() throws Exception {
        Digest kept;
        try (Database database = open()) {
            database.initialise();
            JournalingProcess.journal(database, 3);
            kept = database.artifacts().put(PATCH);
        }
        try (Database database = open()) {
            database.initialise();
            assertThat(new JournalReader(database).readAll()).hasSize(3);
            assertThat(database.artifacts().get(kept, Patch.class)).isEqualTo(PATCH);
        }
    }

    @RepeatedTest(10)
    @Timeout(120)
    void eight_threads_may_make_the_tables_at_once() throws Exception {
        try (Database database = open();
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> made = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        database.initialise();
                        return i;
                    }))
                    .toList();
            for (Future<?> one : made) {
                one.get();
            }
            assertThat(new JournalReader(database).readAll()).isEmpty();
        }
    }

    @Test
    void a_newer_schema_is_refused_and_left_alone() throws Exception {
        try (Database database = open()) {
            database.initialise();
        }
        sql("UPDATE elenchus_schema SET version = 99");

        try (Database database = open()) {
            assertNewer(database::initialise);
            assertNewer(() -> new JournalReader(database).readAll());
        }
        try (Connection connection = past();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT version FROM elenchus_schema")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(99);
        }
    }

    @Test
    void an_event_this_version_does_not_know_is_refused() throws Exception {
        try (Database database = open()) {
            database.initialise();
        }
        sql("INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\", \"write_timestamp\","
                + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                + " VALUES ('X|run-1', 1, '', 0, '', " + eventOfTheFuture() + ", 1, '')");

        try (Database database = open()) {
            assertNewer(() -> new JournalReader(database).readAll());
        }
    }

    @Test
    void an_artifact_is_named_by_its_content_and_read_back_by_another_process() throws Exception {
        Digest digest;
        try (Database database = open()) {
            database.initialise();
            digest = database.artifacts().put(PATCH);
            assertThat(database.artifacts().put(PATCH)).isEqualTo(digest);
        }
        try (Database database = open()) {
            assertThat(database.artifacts().get(digest, Patch.class)).isEqualTo(PATCH);
        }
    }

    @Test
    void a_missing_artifact_is_told_with_where_it_should_be() throws Exception {
        try (Database database = open()) {
            database.initialise();
            assertDamage(database, Digest.of("nothing"), "missing");
        }
    }

    @Test
    void an_artifact_of_other_content_or_cut_short_is_refused() throws Exception {
        Digest one;
        Digest other;
        try (Database database = open()) {
            database.initialise();
            one = database.artifacts().put(PATCH);
            other = database.artifacts().put(Patch.EMPTY);
        }
        exchange(one, other);
        truncate(other);

        try (Database database = open()) {
            assertDamage(database, one, "does not match its digest");
            assertDamage(database, other, "is damaged");
        }
    }

    @Test
    void many_threads_may_store_the_same_artifacts() throws Exception {
        try (Database database = open()) {
            database.initialise();
            List<Future<Digest>> stored;
            try (var threads = Executors.newFixedThreadPool(6)) {
                stored = IntStream.range(0, 120)
                        .mapToObj(i -> threads.submit(() -> database.artifacts().put(List.of("text " + i % 20))))
                        .toList();
            }
            for (int i = 0; i < 120; i++) {
                assertThat(database.artifacts().json(stored.get(i).get()))
                        .asString()
                        .contains("text " + i % 20);
            }
        }
    }

    @Test
    @Timeout(120)
    void a_measurement_persists_all_its_events_and_leaves_none_behind() throws Exception {
        try (Database database = open()) {
            database.initialise();
            JournalingProcess.journal(database, 5);
            try (JournalBench bench = JournalBench.open(database, JournalingProcess.application())) {
                for (JournalLoad load : List.of(new JournalLoad(7, 3, 4), new JournalLoad(1, 10, 2))) {
                    JournalBench.Round round = bench.round(load);

                    assertThat(round.journal()).isPositive();
                    assertThat(round.rows()).isPositive();
                    assertThat(round.events()).isEqualTo(load.events());
                }
            }
            assertThat(new JournalReader(database).readAll()).hasSize(5);
        }
    }

    private static void assertDamage(Database database, Digest digest, String said) {
        assertThatThrownBy(() -> database.artifacts().json(digest))
                .isInstanceOf(ArtifactDamage.class)
                .hasMessageContaining(said);
    }

    private static void assertNewer(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StorageFault.class)
                .hasMessageContaining("newer version of elenchus")
                .hasMessageContaining("or use another");
    }

    private void sql(String text) throws Exception {
        try (Connection connection = past();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
