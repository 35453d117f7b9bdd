package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.postgresql.PGConnection;

/** Rows of the journal, column by column, in the order in which they are to stand there. All arrays are of one length. */
@SuppressWarnings("ArrayRecordComponent")
record RowArrays(
        String[] persistenceIds,
        long[] sequenceNumbers,
        String[] writers,
        long[] timestamps,
        String[] adapters,
        byte[][] payloads,
        int[] serializers,
        String[] manifests) {
    private static final String INSERT =
            "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\","
                    + " \"write_timestamp\", \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                    + " SELECT * FROM unnest(?::text[], ?::int8[], ?::text[], ?::int8[], ?::text[], ?::bytea[], ?::int4[], ?::text[])";

    static RowArrays of(List<JournalPekkoSerializationRow> rows) {
        int size = rows.size();
        RowArrays arrays = new RowArrays(
                new String[size],
                new long[size],
                new String[size],
                new long[size],
                new String[size],
                new byte[size][],
                new int[size],
                new String[size]);
        for (int i = 0; i < size; i++) {
            arrays.set(i, rows.get(i));
        }
        return arrays;
    }

    private void set(int i, JournalPekkoSerializationRow row) {
        persistenceIds[i] = row.persistenceId();
        sequenceNumbers[i] = row.sequenceNumber();
        writers[i] = row.writer();
        timestamps[i] = row.writeTimestamp();
        adapters[i] = row.adapterManifest();
        payloads[i] = row.eventPayload();
        serializers[i] = row.eventSerId();
        manifests[i] = row.eventSerManifest();
    }

    /** In one statement. */
    void insert(Connection connection) throws SQLException {
        PGConnection arrays = connection.unwrap(PGConnection.class);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, arrays.createArrayOf("text", persistenceIds));
            insert.setArray(2, arrays.createArrayOf("int8", sequenceNumbers));
            insert.setArray(3, arrays.createArrayOf("text", writers));
            insert.setArray(4, arrays.createArrayOf("int8", timestamps));
            insert.setArray(5, arrays.createArrayOf("text", adapters));
            insert.setArray(6, arrays.createArrayOf("bytea", payloads));
            insert.setArray(7, arrays.createArrayOf("int4", serializers));
            insert.setArray(8, arrays.createArrayOf("text", manifests));
            insert.executeUpdate();
        }
    }
}
