package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.Option;

class PlainJournalDaoTest {
    private static final int EVENTS = 40;

    /** All columns but those that differ from one time to the next: who wrote, and when. */
    private static final String ROWS = "SELECT \"ordering\", \"deleted\", \"persistence_id\", \"sequence_number\","
            + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\", \"meta_payload\","
            + " \"meta_ser_id\", \"meta_ser_manifest\" FROM \"event_journal\" ORDER BY \"ordering\"";

    private static PostgresDatabase initialised(String name) throws StorageFault {
        PostgresDatabase database =
                PostgresDatabase.at(PostgresServer.url(name), new Credentials("postgres", ""), remark -> {});
        database.initialise();
        return database;
    }

    private static List<List<Object>> rows(String name) throws SQLException {
        List<List<Object>> all = new ArrayList<>();
        try (Connection connection = PostgresServer.connect(name);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                List<Object> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(
                            row.getObject(i) instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                    : String.valueOf(row.getObject(i)));
                }
                all.add(columns);
            }
        }
        return all;
    }

    @Test
    @Timeout(120)
    void writes_the_rows_that_the_plugin_writes() throws Exception {
        String ours = PostgresServer.fresh();
        String theirs = PostgresServer.fresh();
        Config plugin = ConfigFactory.parseString("jdbc-journal.dao = " + DefaultJournalDao.class.getName())
                .withFallback(Database.config());
        for (int life = 1; life <= 2; life++) {
            try (PostgresDatabase database = initialised(ours)) {
                JournalingProcess.journal(database, EVENTS);
            }
            try (PostgresDatabase database = initialised(theirs)) {
                JournalingProcess.journal(database, EVENTS, plugin);
            }
            assertThat(rows(ours)).hasSize(life * EVENTS).isEqualTo(rows(theirs));
        }
        assertThat(Database.config().getString("jdbc-journal.dao")).isEqualTo(PlainJournalDao.class.getName());
    }

    @Test
    void events_are_read_back_portion_by_portion() throws Exception {
        String name = PostgresServer.fresh();
        try (PostgresDatabase database = initialised(name)) {
            JournalingProcess.journal(database, EVENTS);
            List<Integer> recovered = new ArrayList<>();
            JournalingProcess.journal(
                    database,
                    1,
                    ConfigFactory.parseString("jdbc-journal.replayBatchSize = 7")
                            .withFallback(Database.config()),
                    recovered::add);
            assertThat(recovered).containsExactly(EVENTS);
        }
        assertThat(rows(name)).hasSize(EVENTS + 1);
    }

    @Test
    void rows_are_written_in_their_order_or_not_at_all() throws Exception {
        String name = PostgresServer.fresh();
        initialised(name).close();
        try (Connection connection = PostgresServer.connect(name)) {
            RowCopy.of(numbered(3, 4)).insert(connection);

            assertThatThrownBy(() -> RowCopy.of(numbered(1, 2, 3)).insert(connection))
                    .as("the third is there already")
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("event_journal_pkey");
        }
        assertThat(rows(name)).extracting(row -> row.get(3)).containsExactly("3", "4");
        assertThat(rows(name)).extracting(row -> row.get(5)).containsExactly("ä3", "ä4");
    }

    private static List<JournalPekkoSerializationRow> numbered(long... numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> new JournalPekkoSerializationRow(
                        Long.MAX_VALUE,
                        false,
                        "X|run-1",
                        number,
                        "writer",
                        0,
                        "",
                        ("ä" + number).getBytes(StandardCharsets.UTF_8),
                        7,
                        "",
                        Option.empty(),
                        Option.empty(),
                        Option.empty()))
                .toList();
    }
}
