package org.elenchus.tools.mining.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.maven.MavenLibraries;

/** Finds the releases of a library that can be compared. */
public final class Releases {
    /** Release candidates, snapshots, and versions that are dates: they were published beside the releases, not between them. */
    private static final Pattern NO_RELEASE =
            Pattern.compile("(?i)\\d{8}.*|.*[-.](?:snapshot|rc|cr|ea|pfd|pr|jre\\d*|android)[-.]?\\d*.*");

    /** After so many releases in a row that lack something, older ones will, too. */
    private static final int LACKING = 3;

    private final MavenLibraries libraries;

    public Releases(MavenLibraries libraries) {
        this.libraries = libraries;
    }

    /**
     * The newest pairs of adjacent releases whose newer one is published with its tests, newest first. Looks no further
     * back than where several in a row are not.
     *
     * @throws RepositoryFault when the library cannot be looked up
     */
    public List<ReleasePair> pairs(Library library, int most) throws RepositoryFault {
        List<String> versions = versions(library, version -> false);
        List<ReleasePair> pairs = new ArrayList<>();
        int lacking = 0;
        for (int i = versions.size() - 1; i > 0 && pairs.size() < most && lacking < LACKING; i--) {
            ReleasePair pair = new ReleasePair(library, versions.get(i - 1), versions.get(i));
            if (libraries.lacking(pair.newer(), "sources", "test-sources").isPresent()
                    || libraries.lacking(pair.older(), "sources").isPresent()) {
                lacking++;
            } else {
                pairs.add(pair);
                lacking = 0;
            }
        }
        return List.copyOf(pairs);
    }

    /**
     * A release and the one before it; empty where that is not published with sources, or there is none.
     *
     * @param release of whatever kind; only a published one has one before it
     * @throws RepositoryFault when it could not be found out
     */
    public Optional<ReleasePair> before(RepositoryCoordinate release) throws RepositoryFault {
        if (!release.isMaven()) {
            return Optional.empty();
        }
        String version = release.value().substring(release.value().lastIndexOf(':') + 1);
        Library library = Library.parse(release.library().substring("maven:".length()));
        List<String> versions = versions(library, version::equals);
        int at = versions.indexOf(version);
        if (at < 1) {
            return Optional.empty();
        }
        ReleasePair pair = new ReleasePair(library, versions.get(at - 1), version);
        return libraries.hasSources(pair.older()) ? Optional.of(pair) : Optional.empty();
    }

    /** Releases, oldest first. @param anyway versions that count whatever they are called */
    private List<String> versions(Library library, Predicate<String> anyway) throws RepositoryFault {
        return libraries.versions(library.group(), library.artifact()).stream()
                .filter(version ->
                        anyway.test(version) || !NO_RELEASE.matcher(version).matches())
                .toList();
    }
}
