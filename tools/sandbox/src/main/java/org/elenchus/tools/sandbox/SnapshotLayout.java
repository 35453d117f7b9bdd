package org.elenchus.tools.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.tools.worker.snapshot.SnapshotFolder;

/** Where the parts of a prepared snapshot lie: {@code <repositories>/<digest>/…}. The worker knows the same folder without its digest. */
public record SnapshotLayout(Path root) {
    public static SnapshotLayout of(Path repositories, Digest snapshot) {
        return new SnapshotLayout(repositories.resolve(snapshot.hex()));
    }

    public Path mainSources() {
        return folder().mainSources();
    }

    public Path mainResources() {
        return folder().mainResources();
    }

    public Path testSources() {
        return folder().testSources();
    }

    public Path testResources() {
        return folder().testResources();
    }

    /** What a build makes, all of it. */
    public Path classes() {
        return root.resolve("classes");
    }

    public Path mainClasses() {
        return folder().mainClasses();
    }

    public Path testClasses() {
        return folder().testClasses();
    }

    /** Where the dependency jars lie. */
    public Path libraries() {
        return folder().libraries();
    }

    /** Names of the dependency jars, one a line, in class path order. */
    public Path classPath() {
        return folder().classPath();
    }

    /** The dependency jars, in class path order. @throws IOException when one is missing */
    public List<Path> dependencies() throws IOException {
        return folder().dependencies();
    }

    /** Java source level for {@code --release}, a number such as 8. */
    public Path release() {
        return folder().release();
    }

    private SnapshotFolder folder() {
        return new SnapshotFolder(root);
    }
}
