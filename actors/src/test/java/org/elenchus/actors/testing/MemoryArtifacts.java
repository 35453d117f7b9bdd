package org.elenchus.actors.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;

/** Artifacts in memory, as canonical JSON: what does not survive JSON does not survive here. Thread-safe. */
public final class MemoryArtifacts implements Artifacts {
    private final Map<Digest, byte[]> stored = new ConcurrentHashMap<>();

    @Override
    public Digest put(Object value) {
        byte[] json = ProtocolJson.write(value);
        Digest digest = Digest.of(json);
        stored.put(digest, json);
        return digest;
    }

    @Override
    public <T> T get(Digest digest, Class<T> type) {
        byte[] json = stored.get(digest);
        if (json == null) {
            throw new MissingArtifact("no artifact " + digest);
        }
        return ProtocolJson.read(json, type);
    }

    /** Forgets an artifact, as a damaged disk would. */
    public void lose(Digest digest) {
        stored.remove(digest);
    }

    public int size() {
        return stored.size();
    }
}
