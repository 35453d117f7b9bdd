package org.elenchus.actors.port;

import org.elenchus.protocol.Digest;

/** Content-addressed store of large payloads. Values are stored as compressed canonical JSON. */
public interface Artifacts {
    /** Stores a value durably before it returns; storing it again is free. @return the digest of its canonical JSON */
    Digest put(Object value);

    /** Reads a value back. @throws MissingArtifact when it is not there or its content does not match its digest */
    <T> T get(Digest digest, Class<T> type);

    /** An artifact the journal names is missing or damaged. */
    final class MissingArtifact extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MissingArtifact(String message) {
            super(message);
        }
    }
}
