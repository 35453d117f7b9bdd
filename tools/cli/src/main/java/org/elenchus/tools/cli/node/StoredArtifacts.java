package org.elenchus.tools.cli.node;

import org.elenchus.actors.port.Artifacts;
import org.elenchus.persistence.ArtifactDamage;
import org.elenchus.persistence.ArtifactStore;
import org.elenchus.protocol.Digest;

/** The store behind the actors' port. */
public record StoredArtifacts(ArtifactStore store) implements Artifacts {
    @Override
    public Digest put(Object value) {
        return store.put(value);
    }

    @Override
    public <T> T get(Digest digest, Class<T> type) {
        try {
            return store.get(digest, type);
        } catch (ArtifactDamage damage) {
            MissingArtifact missing = new MissingArtifact(String.valueOf(damage.getMessage()));
            missing.initCause(damage);
            throw missing;
        }
    }
}
