package org.elenchus.tools.cli.node;

import java.io.IOException;
import java.util.Optional;
import org.elenchus.persistence.Blobs;
import org.elenchus.protocol.Digest;
import org.elenchus.tools.mining.snapshot.SnapshotExchange;

/** Prepared snapshots that the nodes leave for each other in their database. */
record LeftSnapshots(Blobs packs) implements SnapshotExchange {
    @Override
    public boolean offer(Digest name, Packing packing) throws IOException {
        return packs.put(name, packing.pack());
    }

    @Override
    public Optional<byte[]> fetch(Digest name) {
        return packs.get(name);
    }
}
