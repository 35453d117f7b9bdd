package org.elenchus.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.postgresql.PGConnection;

/** Rows of the journal in the binary format of PostgreSQL's COPY, in the order in which they are to stand there. */
final class RowCopy {
    private static final String COPY = "COPY \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\","
            + " \"write_timestamp\", \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
            + " FROM STDIN (FORMAT binary)";

    private static final int COLUMNS = 8;

    /** What such a stream begins with; no flags and no further header follow. */
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int END = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    private RowCopy() {}

    static RowCopy of(List<JournalPekkoSerializationRow> rows) {
        RowCopy copy = new RowCopy();
        try {
            copy.data.write(SIGNATURE);
            copy.data.writeInt(0);
            copy.data.writeInt(0);
            for (JournalPekkoSerializationRow row : rows) {
                copy.write(row);
            }
            copy.data.writeShort(END);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return copy;
    }

    /** In one statement: all of them, or none. */
    void insert(Connection connection) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(bytes.toByteArray()), bytes.size());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private void write(JournalPekkoSerializationRow row) throws IOException {
        data.writeShort(COLUMNS);
        write(row.persistenceId());
        write(row.sequenceNumber());
        write(row.writer());
        write(row.writeTimestamp());
        write(row.adapterManifest());
        write(row.eventPayload());
        data.writeInt(Integer.BYTES);
        data.writeInt(row.eventSerId());
        write(row.eventSerManifest());
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] value) throws IOException {
        data.writeInt(value.length);
        data.write(value);
    }

    private void write(long number) throws IOException {
        data.writeInt(Long.BYTES);
        data.writeLong(number);
    }
}
