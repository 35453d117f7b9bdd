package org.elenchus.tools.cli.node;

import java.util.Optional;
import org.elenchus.persistence.Blobs;
import org.elenchus.protocol.Digest;
import org.elenchus.tools.mining.snapshot.SnapshotExchange;

/** Prepared snapshots that the nodes leave for each other in their database. */
record LeftSnapshots(Blobs packs) implements SnapshotExchange {
    @Override
    public boolean offer(Digest name, byte[] packed) {
        return packs.put(name, packed);
    }

    @Override
    public Optional<byte[]> fetch(Digest name) {
        return packs.get(name);
    }
}
