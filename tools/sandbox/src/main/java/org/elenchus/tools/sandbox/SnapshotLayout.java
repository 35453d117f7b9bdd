package org.elenchus.tools.sandbox;

import java.nio.file.Path;
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

    /** Absolute paths of dependency jars, one a line, in class path order. */
    public Path classPath() {
        return folder().classPath();
    }

    /** Java source level for {@code --release}, a number such as 8. */
    public Path release() {
        return folder().release();
    }

    private SnapshotFolder folder() {
        return new SnapshotFolder(root);
    }
}
