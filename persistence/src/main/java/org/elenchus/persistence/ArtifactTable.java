package org.elenchus.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HexFormat;
import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts as rows beside the journal, so that every node of a cluster reads what another has written. Storing and reading may be
 * repeated, so both wait for a server that is away: to whoever works, its absence is a pause and no failure.
 */
record ArtifactTable(PostgresDatabase database, ConnectionPool pool, Waiting waiting) implements ArtifactShelf {
    @Override
    public void put(Digest digest, Compressed content) throws IOException {
        byte[] bytes = content.bytes();
        try {
            waiting.until(database, () -> {
                try (Connection connection = pool.borrow();
                        PreparedStatement insert = connection.prepareStatement(
                                "INSERT INTO artifact (digest, content) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                    insert.setBytes(1, key(digest));
                    insert.setBytes(2, bytes);
                    return insert.executeUpdate();
                }
            });
        } catch (DatabaseFault e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public byte @Nullable [] get(Digest digest) throws IOException {
        try {
            return waiting.until(database, () -> {
                        try (Connection connection = pool.borrow();
                                PreparedStatement select =
                                        connection.prepareStatement("SELECT content FROM artifact WHERE digest = ?")) {
                            select.setBytes(1, key(digest));
                            try (ResultSet row = select.executeQuery()) {
                                return row.next() ? Optional.of(row.getBytes(1)) : Optional.<byte[]>empty();
                            }
                        }
                    })
                    .orElse(null);
        } catch (DatabaseFault e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String place(Digest digest) {
        return "table artifact of " + database;
    }

    private static byte[] key(Digest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
