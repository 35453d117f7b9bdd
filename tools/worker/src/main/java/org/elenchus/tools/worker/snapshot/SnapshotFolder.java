package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the parts of a prepared snapshot lie below its root. */
public record SnapshotFolder(Path root) {
    /** The oldest source level that compilers since JDK 20 accept. */
    private static final int OLDEST_RELEASE = 8;

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

    /** The dependency jars. */
    public List<Path> dependencies() throws IOException {
        if (!Files.exists(classPath())) {
            return List.of();
        }
        return Files.readAllLines(classPath()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** The source level to compile at; the compiler's own where none is given. */
    public int sourceLevel() throws IOException {
        if (!Files.exists(release())) {
            return Runtime.version().feature();
        }
        return Math.max(
                OLDEST_RELEASE, Integer.parseInt(Files.readString(release()).strip()));
    }
}
