package org.elenchus.tools.simulation.script;

import java.util.HashMap;
import java.util.Map;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.PolicyWeights;

/**
 * Artifacts by the digest of their JSON, as values. They outlive a schedule: content is the same in all. So do digests, except those of
 * policies, which are learnt anew in every schedule and hold arrays, of which no two are equal.
 */
final class ContentStore implements Artifacts {
    private final Map<Digest, Object> values = new HashMap<>();
    private final Map<Object, Digest> digests = new HashMap<>();

    @Override
    public Digest put(Object value) {
        Digest digest = value instanceof PolicyWeights
                ? ProtocolJson.digest(value)
                : digests.computeIfAbsent(value, ProtocolJson::digest);
        values.putIfAbsent(digest, value);
        return digest;
    }

    @Override
    public <T> T get(Digest digest, Class<T> type) {
        Object value = values.get(digest);
        if (value == null) {
            throw new MissingArtifact("no artifact " + digest);
        }
        return type.cast(value);
    }
}
