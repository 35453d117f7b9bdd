package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    /** Where the dependency jars lie. */
    public Path libraries() {
        return root.resolve("lib");
    }

    /** Names of the dependency jars, one a line, in class path order. Earlier versions wrote whole paths. */
    public Path classPath() {
        return root.resolve("classpath.txt");
    }

    /** Java source level for {@code --release}, a number such as 8. */
    public Path release() {
        return root.resolve("release.txt");
    }

    /** The dependency jars, wherever the folder has been moved to. @throws IOException when one is missing: without it, tests fail for no fault of the code */
    public List<Path> dependencies() throws IOException {
        if (!Files.exists(classPath())) {
            return List.of();
        }
        List<Path> jars = Files.readAllLines(classPath()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> libraries().resolve(Path.of(line).getFileName()))
                .toList();
        for (Path jar : jars) {
            if (!Files.isReadable(jar)) {
                throw new NoSuchFileException(jar.toString(), null, "a dependency of the snapshot");
            }
        }
        return jars;
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
