package org.elenchus.persistence;

import org.jspecify.annotations.Nullable;

/** An artifact is missing, or not what its name says. */
public final class ArtifactDamage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArtifactDamage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
