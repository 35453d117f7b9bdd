package org.elenchus.tools.cli.ablation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.PolicyWeights;

/** Reads a run's artifacts and adds none: policies that are put here stay in memory, and traces, which no event names, are dropped. */
final class Scratch implements Artifacts {
    private final Artifacts stored;
    private final Map<Digest, PolicyWeights> policies = new ConcurrentHashMap<>();

    Scratch(Artifacts stored) {
        this.stored = stored;
    }

    @Override
    public Digest put(Object value) {
        Digest digest = ProtocolJson.digest(value);
        if (value instanceof PolicyWeights policy) {
            policies.put(digest, policy);
        }
        return digest;
    }

    @Override
    public <T> T get(Digest digest, Class<T> type) {
        PolicyWeights policy = policies.get(digest);
        return policy == null ? stored.get(digest, type) : type.cast(policy);
    }
}
