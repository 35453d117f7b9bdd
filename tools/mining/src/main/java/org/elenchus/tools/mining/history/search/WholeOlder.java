package org.elenchus.tools.mining.history.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.tools.mining.history.OlderTree;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.snapshot.Folders;
import org.elenchus.tools.mining.snapshot.PreparedRecord;
import org.elenchus.tools.mining.snapshot.SnapshotContent;
import org.elenchus.tools.mining.snapshot.SnapshotStore;
import org.elenchus.tools.sandbox.SnapshotLayout;

/**
 * A snapshot of the older release's main code with the newer release's compiled tests. The tests were compiled against the newer code, so
 * each of those that do not fit the older one says so by itself, where it stumbles.
 */
public final class WholeOlder {
    private final SnapshotStore store;
    private final OlderTree trees;

    /** @param repositories the folder of prepared snapshots */
    public WholeOlder(Path repositories, MavenLibraries libraries, IntakeLimits limits) {
        this.store = new SnapshotStore(repositories);
        this.trees = new OlderTree(libraries, limits);
    }

    /**
     * Builds it.
     *
     * @param newer the prepared snapshot of the newer release
     * @throws RepositoryFault when the older release does not compile with the newer one's dependencies
     */
    Digest build(ReleasePair pair, Digest newer, Sandbox sandbox) throws RepositoryFault, SandboxFault {
        PreparedRecord prepared =
                store.recall(newer).orElseThrow(() -> new IllegalArgumentException(pair.newer() + " was not prepared"));
        try {
            Digest older = stage(pair, prepared).digest();
            List<String> errors = sandbox.build(older).mainErrors();
            if (!errors.isEmpty()) {
                store.discard(older);
                throw new RepositoryFault(
                        pair.older() + " does not compile with what " + pair.newer() + " needs: " + errors.getFirst());
            }
            Path tests = store.layout(older).testClasses();
            Folders.remove(tests);
            copy(store.layout(newer).testClasses(), tests);
            return older;
        } catch (IOException e) {
            throw Folders.explain(e, store.folder());
        }
    }

    /** Removes what is of no more use: it, or a snapshot that gave nothing. */
    void discard(Digest older) throws RepositoryFault {
        try {
            store.discard(older);
        } catch (IOException e) {
            throw Folders.explain(e, store.folder());
        }
    }

    private SnapshotContent stage(ReleasePair pair, PreparedRecord newer) throws RepositoryFault, IOException {
        SnapshotLayout from = store.layout(newer.summary().snapshot());
        return store.<RepositoryFault>stage(record -> false, draft -> {
            trees.unpack(pair.older(), draft.mainSources(), draft.mainResources());
            copy(from.testResources(), draft.testResources());
            copy(from.libraries(), draft.libraries());
            // The tests are no sources of this snapshot, yet they make it what it is.
            Files.writeString(
                    Files.createDirectories(draft.root().resolve("src")).resolve("tests.txt"),
                    newer.summary().snapshot().hex() + "\n",
                    StandardCharsets.UTF_8);
            return new SnapshotContent(
                    SnapshotContent.filesOf(draft.root()),
                    newer.content().dependencies(),
                    newer.content().release());
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = new ArrayList<>(walk.filter(Files::isRegularFile).toList());
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(file, target);
        }
    }
}
