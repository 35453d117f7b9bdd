package org.elenchus.tools.sandbox;

import java.nio.file.Path;
import org.elenchus.protocol.Digest;

/** Where the parts of a prepared snapshot lie: {@code <repositories>/<digest>/…}. */
public record SnapshotLayout(Path root) {
    public static SnapshotLayout of(Path repositories, Digest snapshot) {
        return new SnapshotLayout(repositories.resolve(snapshot.hex()));
    }

    public Path mainSources() {
        return root.resolve("src/main/java");
    }

    public Path mainResources() {
        return root.resolve("src/main/resources");
    }

    public Path testSources() {
        return root.resolve("src/test/java");
    }

    public Path testResources() {
        return root.resolve("src/test/resources");
    }

    public Path mainClasses() {
        return root.resolve("classes/main");
    }

    public Path testClasses() {
        return root.resolve("classes/test");
    }

    /** Absolute paths of dependency jars, one a line, in class path order. */
    public Path classPath() {
        return root.resolve("classpath.txt");
    }

    /** Java source level for {@code --release}, a number such as 8. */
    public Path release() {
        return root.resolve("release.txt");
    }
}
