package org.elenchus.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.Digest;

/**
 * Rows of a digest and a content, beside the journal, so that every node of a cluster reads what another has written. Storing and reading
 * may be repeated, so both wait for a server that is away: to whoever works, its absence is a pause and no failure.
 *
 * @param table its name in SQL
 */
record BlobTable(PostgresDatabase database, ConnectionPool pool, Waiting waiting, String table) implements Blobs {
    /** One of several rows of a transaction. */
    record Row(Digest name, byte[] content) {}

    @Override
    public boolean put(Digest name, byte[] content) {
        try {
            return waiting.until(database, () -> {
                        try (Connection connection = pool.borrow();
                                PreparedStatement insert = insert(connection)) {
                            set(insert, name, content);
                            return insert.executeUpdate();
                        }
                    })
                    > 0;
        } catch (DatabaseFault e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    /** Stores them in one transaction, in the order of their names: two that store the same rows never wait for each other in a circle. */
    void putAll(List<Row> rows) throws SQLException {
        List<Row> ordered = rows.stream()
                .sorted(Comparator.comparing(row -> row.name().hex()))
                .toList();
        try (Connection connection = pool.borrow();
                PreparedStatement insert = insert(connection)) {
            connection.setAutoCommit(false);
            for (Row row : ordered) {
                set(insert, row.name(), row.content());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO " + table + " (digest, content) VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    private static void set(PreparedStatement insert, Digest name, byte[] content) throws SQLException {
        insert.setBytes(1, key(name));
        insert.setBytes(2, content);
    }

    @Override
    public Optional<byte[]> get(Digest name) {
        try {
            return waiting.until(database, () -> {
                try (Connection connection = pool.borrow();
                        PreparedStatement select =
                                connection.prepareStatement("SELECT content FROM " + table + " WHERE digest = ?")) {
                    select.setBytes(1, key(name));
                    try (ResultSet row = select.executeQuery()) {
                        return row.next() ? Optional.of(row.getBytes(1)) : Optional.<byte[]>empty();
                    }
                }
            });
        } catch (DatabaseFault e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    private static byte[] key(Digest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
