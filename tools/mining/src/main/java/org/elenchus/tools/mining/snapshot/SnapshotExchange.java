package org.elenchus.tools.mining.snapshot;

import java.util.Optional;
import org.elenchus.protocol.Digest;

/**
 * Where the nodes of a cluster leave prepared snapshots for each other. A snapshot is measured once, by whoever prepares it first; how its
 * suite was measured decides what tasks are made of it, so the others take that over and do not measure anew.
 */
public interface SnapshotExchange {
    /** A node that is alone. */
    SnapshotExchange NONE = new SnapshotExchange() {
        @Override
        public boolean offer(Digest name, byte[] packed) {
            return true;
        }

        @Override
        public Optional<byte[]> fetch(Digest name) {
            return Optional.empty();
        }
    };

    /**
     * Leaves a packed snapshot, durably before it returns.
     *
     * @param name of the snapshot and of how it was measured
     * @return false when there is one already: the first measurement counts
     */
    boolean offer(Digest name, byte[] packed);

    Optional<byte[]> fetch(Digest name);
}
