package org.elenchus.persistence;

import java.io.IOException;
import org.elenchus.protocol.Digest;
import org.jspecify.annotations.Nullable;

/** Holds compressed artifacts by digest. Thread-safe. */
sealed interface ArtifactShelf permits ArtifactFolder, ArtifactTable {
    /** Stores durably before it returns; what is there already stays. */
    void put(Digest digest, Compressed content) throws IOException;

    /** The bytes, or null when there are none of that name. */
    byte @Nullable [] get(Digest digest) throws IOException;

    /** Where an artifact is or would be, for messages. */
    String place(Digest digest);

    /** Compresses only when it must be written. */
    @FunctionalInterface
    interface Compressed {
        byte[] bytes() throws IOException;
    }
}
