package org.elenchus.persistence;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import org.elenchus.protocol.Digest;
import org.jspecify.annotations.Nullable;

/** Artifacts as rows of a table. Many slots finish at the same time, so what they store shares transactions. */
record ArtifactTable(BlobTable rows, SharedTransactions<BlobTable.Row> shared) implements ArtifactShelf {
    ArtifactTable(BlobTable rows) {
        this(rows, new SharedTransactions<>(rows::putAll));
    }

    @Override
    public void put(Digest digest, Compressed content) throws IOException {
        byte[] bytes = content.bytes();
        try {
            if (!shared.store(new BlobTable.Row(digest, bytes))) {
                rows.put(digest, bytes);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it was stored");
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
