package org.elenchus.persistence;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.elenchus.protocol.Digest;

/** What nodes leave for each other under names they agree on. What is left is never changed. Thread-safe. */
public interface Blobs {
    /**
     * Leaves something, durably before it returns.
     *
     * @return false when there is something of that name already, which stays
     * @throws UncheckedIOException when it cannot
     */
    boolean put(Digest name, byte[] content);

    /** @throws UncheckedIOException when it cannot be told */
    Optional<byte[]> get(Digest name);
}
