package org.elenchus.actors.slot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.PolicyWeights;

/** Policies by digest, read from the artifact store; the few used last are kept in memory. Thread-safe. */
public final class Policies {
    private static final int KEPT = 8;

    private final Artifacts artifacts;

    private final Map<Digest, PolicyWeights> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, PolicyWeights> eldest) {
            return size() > KEPT;
        }
    };

    public Policies(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** The weights with their features' names. */
    public PolicyWeights weights(Digest digest) {
        synchronized (recent) {
            return recent.computeIfAbsent(digest, d -> artifacts.get(d, PolicyWeights.class));
        }
    }

    public Policy policy(Digest digest) {
        return new Policy(weights(digest).weights());
    }
}
