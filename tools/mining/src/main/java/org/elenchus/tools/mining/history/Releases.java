package org.elenchus.tools.mining.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.elenchus.actors.port.RepositoryFault;
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
        List<String> versions = libraries.versions(library.group(), library.artifact()).stream()
                .filter(version -> !NO_RELEASE.matcher(version).matches())
                .toList();
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
}
