package org.elenchus.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.elenchus.protocol.Digest;
import org.jspecify.annotations.Nullable;

/** Artifacts as rows of a table. */
record ArtifactTable(BlobTable rows) implements ArtifactShelf {
    @Override
    public void put(Digest digest, Compressed content) throws IOException {
        byte[] bytes = content.bytes();
        try {
            rows.put(digest, bytes);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public byte @Nullable [] get(Digest digest) throws IOException {
        try {
            return rows.get(digest).orElse(null);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public String place(Digest digest) {
        return "table " + rows.table() + " of " + rows.database();
    }
}
