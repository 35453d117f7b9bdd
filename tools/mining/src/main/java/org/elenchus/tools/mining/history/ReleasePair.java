package org.elenchus.tools.mining.history;

import org.elenchus.protocol.repository.RepositoryCoordinate;

/** Two adjacent releases. @param from the older version @param to the newer one */
public record ReleasePair(Library library, String from, String to) {
    public RepositoryCoordinate older() {
        return library.at(from);
    }

    public RepositoryCoordinate newer() {
        return library.at(to);
    }

    @Override
    public String toString() {
        return library.artifact() + " " + from + " → " + to;
    }
}
