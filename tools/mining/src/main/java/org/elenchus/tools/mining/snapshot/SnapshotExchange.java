package org.elenchus.tools.mining.snapshot;

import java.io.IOException;
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
        public boolean offer(Digest name, Packing packing) {
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
     * @param packing packs it; not asked by who leaves nothing
     * @return false when there is one already: the first measurement counts
     */
    boolean offer(Digest name, Packing packing) throws IOException;

    Optional<byte[]> fetch(Digest name);

    /** Makes one piece of a snapshot's folder. */
    @FunctionalInterface
    interface Packing {
        byte[] pack() throws IOException;
    }
}
