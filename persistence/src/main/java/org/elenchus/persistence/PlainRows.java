package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.jdbc.PekkoSerialization;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.apache.pekko.serialization.Serialization;
import scala.Option;
import scala.Tuple2;
import scala.util.Try;

/** An entity's events, read by plain JDBC and made what the journal plugin makes of them. */
record PlainRows(Serialization serialization) {
    private static final String SELECT = "SELECT \"ordering\", \"sequence_number\", \"writer\", \"write_timestamp\","
            + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\", \"meta_payload\","
            + " \"meta_ser_id\", \"meta_ser_manifest\" FROM \"event_journal\" WHERE \"persistence_id\" = ? AND \"deleted\" = FALSE"
            + " AND \"sequence_number\" >= ? AND \"sequence_number\" <= ? ORDER BY \"sequence_number\" LIMIT ?";

    private static final String HIGHEST =
            "SELECT MAX(\"sequence_number\") FROM \"event_journal\" WHERE \"persistence_id\" = ?";

    /** @param events oldest first, each with its position in the whole journal @param last the newest one's number */
    record Portion(List<Try<Tuple2<PersistentRepr, Object>>> events, long last) {
        Portion {
            events = List.copyOf(events);
        }
    }

    /** @param from and {@code to}, inclusive, numbers of the entity's events @param most how many at once */
    Portion read(Connection connection, String persistenceId, long from, long to, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, persistenceId);
            select.setLong(2, from);
            select.setLong(3, to);
            select.setInt(4, most);
            List<Try<Tuple2<PersistentRepr, Object>>> events = new ArrayList<>();
            long last = from;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(2);
                    events.add(PekkoSerialization.fromRow(serialization, row(persistenceId, rows)));
                }
            }
            return new Portion(events, last);
        }
    }

    /** The number of its newest event, deleted or not; 0 when it has none. A Long, which Scala takes for its own. */
    static Object highest(Connection connection, String persistenceId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HIGHEST)) {
            select.setString(1, persistenceId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static JournalPekkoSerializationRow row(String persistenceId, ResultSet row) throws SQLException {
        byte[] metadata = row.getBytes(9);
        return new JournalPekkoSerializationRow(
                row.getLong(1),
                false,
                persistenceId,
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getBytes(6),
                row.getInt(7),
                row.getString(8),
                Option.apply(metadata),
                metadata == null ? Option.empty() : Option.apply(row.getInt(10)),
                Option.apply(row.getString(11)));
    }
}
