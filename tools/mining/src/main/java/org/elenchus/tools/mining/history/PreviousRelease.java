package org.elenchus.tools.mining.history;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/** The main sources of the release before a given one. Thread-safe. */
public final class PreviousRelease {
    private final Releases releases;
    private final OlderSources sources;

    public PreviousRelease(Releases releases, OlderSources sources) {
        this.releases = releases;
        this.sources = sources;
    }

    /**
     * Path → text; empty where there is no release before it, or it is published without sources.
     *
     * @throws RepositoryFault when that could not be found out, or the sources cannot be had
     */
    public SortedMap<String, String> before(RepositoryCoordinate release) throws RepositoryFault {
        Optional<ReleasePair> pair = releases.before(release);
        return pair.isPresent() ? sources.of(pair.get().older()) : Collections.emptySortedMap();
    }
}
