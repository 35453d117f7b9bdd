package org.elenchus.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/** Rows of the journal in the binary format of PostgreSQL's COPY, in the order in which they are to stand there. */
final class RowCopy {
    private static final String COPY = "COPY \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\","
            + " \"write_timestamp\", \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
            + " FROM STDIN (FORMAT binary)";

    private static final int COLUMNS = 8;

    /** What such a stream begins with; no flags and no further header follow. */
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final short END = -1;

    /** Bytes of a row beside its texts and payload: the number of its columns, the length of each, two long numbers and a short one. */
    private static final int FIXED = Short.BYTES + COLUMNS * Integer.BYTES + 2 * Long.BYTES + Integer.BYTES;

    /** What a character of a text becomes at most. */
    private static final int LONGEST_CHARACTER = 3;

    private final ByteBuffer data;

    private RowCopy(ByteBuffer data) {
        this.data = data;
    }

    static RowCopy of(List<JournalPekkoSerializationRow> rows) {
        int size = rows.stream().mapToInt(RowCopy::most).sum();
        RowCopy copy = new RowCopy(ByteBuffer.allocate(SIGNATURE.length + 2 * Integer.BYTES + size + Short.BYTES));
        copy.data.put(SIGNATURE).putInt(0).putInt(0);
        rows.forEach(copy::write);
        copy.data.putShort(END).flip();
        return copy;
    }

    /** In one statement: all of them, or none. */
    void insert(Connection connection) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, ByteStreamWriter.of(data));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static int most(JournalPekkoSerializationRow row) {
        int characters = row.persistenceId().length()
                + row.writer().length()
                + row.adapterManifest().length()
                + row.eventSerManifest().length();
        return FIXED + LONGEST_CHARACTER * characters + row.eventPayload().length;
    }

    private void write(JournalPekkoSerializationRow row) {
        data.putShort((short) COLUMNS);
        write(row.persistenceId());
        write(row.sequenceNumber());
        write(row.writer());
        write(row.writeTimestamp());
        write(row.adapterManifest());
        write(row.eventPayload());
        data.putInt(Integer.BYTES).putInt(row.eventSerId());
        write(row.eventSerManifest());
    }

    private void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] value) {
        data.putInt(value.length).put(value);
    }

    private void write(long number) {
        data.putInt(Long.BYTES).putLong(number);
    }
}
