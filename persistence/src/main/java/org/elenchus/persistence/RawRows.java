package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rows of the journal, inserted by JDBC alone: what a journal could do at best. */
record RawRows(ConnectionPool pool) {
    private static final String COLUMNS = "\"persistence_id\", \"sequence_number\", \"writer\", \"write_timestamp\","
            + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\"";

    /** One event as it is stored, but for its position in the whole. */
    record Row(
            String persistenceId,
            long sequenceNumber,
            String writer,
            long timestamp,
            String adapter,
            byte[] payload,
            int serializer,
            String manifest) {}

    int connections() {
        return pool.writers();
    }

    /** The rows whose ids begin so, in order. */
    List<Row> read(String prefix) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = pool.borrow();
                PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS
                        + " FROM \"event_journal\" WHERE \"persistence_id\" LIKE ? ORDER BY \"ordering\"")) {
            select.setString(1, prefix + "|%");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getBytes(6),
                            row.getInt(7),
                            row.getString(8)));
                }
            }
        }
        return rows;
    }

    /** Inserts them under ids that begin otherwise; each connection takes an even share, batch by batch. @return nanoseconds */
    long insert(List<Row> rows, String prefix, int connections, int batch)
            throws SQLException, ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                List<Row> share = rows.subList((int) ((long) rows.size() * i / connections), (int)
                        ((long) rows.size() * (i + 1) / connections));
                shares.add(() -> {
                    insert(share, prefix, batch);
                    return null;
                });
            }
            long since = System.nanoTime();
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
            return System.nanoTime() - since;
        }
    }

    void remove(String prefix) throws SQLException {
        try (Connection connection = pool.borrow();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM \"event_journal\" WHERE \"persistence_id\" LIKE ?")) {
            delete.setString(1, prefix + "-%");
            delete.executeUpdate();
        }
    }

    private void insert(List<Row> rows, String prefix, int batch) throws SQLException {
        try (Connection connection = pool.borrow();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO \"event_journal\" (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += batch) {
                for (Row row : rows.subList(from, Math.min(rows.size(), from + batch))) {
                    insert.setString(1, prefix + row.persistenceId());
                    insert.setLong(2, row.sequenceNumber());
                    insert.setString(3, row.writer());
                    insert.setLong(4, row.timestamp());
                    insert.setString(5, row.adapter());
                    insert.setBytes(6, row.payload());
                    insert.setInt(7, row.serializer());
                    insert.setString(8, row.manifest());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        }
    }
}
