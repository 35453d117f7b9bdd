package org.elenchus.tools.mining.history;

import org.elenchus.protocol.repository.RepositoryCoordinate;

/** Two adjacent releases, or a commit with its first parent. @param from the older version @param to the newer one */
public record ReleasePair(Lineage library, String from, String to) {
    public RepositoryCoordinate older() {
        return library.at(from);
    }

    public RepositoryCoordinate newer() {
        return library.at(to);
    }

    @Override
    public String toString() {
        return library.shortName() + " " + library.shown(from) + " → " + library.shown(to);
    }
}
