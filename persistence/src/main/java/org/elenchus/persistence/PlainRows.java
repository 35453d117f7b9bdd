package org.elenchus.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.postgresql.PGConnection;
import scala.Option;

/** Events of several entities, by one query and plain JDBC. */
final class PlainRows {
    private static final String SELECT =
            "SELECT w.\"place\", e.* FROM unnest(?::text[], ?::int8[]) WITH ORDINALITY AS w(\"id\", \"from\", \"place\")"
                    + " CROSS JOIN LATERAL (SELECT \"ordering\", \"deleted\", \"sequence_number\", \"writer\", \"write_timestamp\","
                    + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\", \"meta_payload\", \"meta_ser_id\","
                    + " \"meta_ser_manifest\" FROM \"event_journal\" WHERE \"persistence_id\" = w.\"id\" AND \"sequence_number\" >= w.\"from\""
                    + " ORDER BY \"sequence_number\" LIMIT ?) AS e ORDER BY w.\"place\", e.\"sequence_number\"";

    private PlainRows() {}

    /** Of an entity. @param from the number of the first event */
    record Wanted(String persistenceId, long from) {}

    /** @param from as wanted @param rows by number, those deleted included */
    record Found(long from, List<JournalPekkoSerializationRow> rows) {
        /** The number of the newest; 0 when there is none. */
        long highest() {
            return rows.isEmpty() ? 0 : rows.getLast().sequenceNumber();
        }
    }

    /** What there is of each, in their order. @param most rows of each, its oldest */
    static List<Found> read(Connection connection, List<Wanted> all, int most) throws SQLException {
        PGConnection arrays = connection.unwrap(PGConnection.class);
        List<Found> found = new ArrayList<>();
        all.forEach(wanted -> found.add(new Found(wanted.from(), new ArrayList<>())));
        Array ids = arrays.createArrayOf(
                "text", all.stream().map(Wanted::persistenceId).toArray(String[]::new));
        Array from = arrays.createArrayOf(
                "int8", all.stream().mapToLong(Wanted::from).toArray());
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setArray(1, ids);
            select.setArray(2, from);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int place = row.getInt(1) - 1;
                    found.get(place).rows().add(row(all.get(place).persistenceId(), row));
                }
            }
        }
        return found;
    }

    private static JournalPekkoSerializationRow row(String persistenceId, ResultSet row) throws SQLException {
        byte[] metadata = row.getBytes(11);
        return new JournalPekkoSerializationRow(
                row.getLong(2),
                row.getBoolean(3),
                persistenceId,
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getBytes(8),
                row.getInt(9),
                row.getString(10),
                Option.apply(metadata),
                metadata == null ? Option.empty() : Option.apply(row.getInt(12)),
                Option.apply(row.getString(13)));
    }
}
