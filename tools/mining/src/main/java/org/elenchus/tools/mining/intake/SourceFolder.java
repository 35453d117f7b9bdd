package org.elenchus.tools.mining.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder of a source tree. Symbolic links are not followed: they may lead anywhere. */
public record SourceFolder(Path folder) {
    /** Copies the Java files. */
    public void copySources(Path target, IntakeLimits limits) throws IOException, RefusedSource {
        copy(target, limits, placement -> placement instanceof Placement.Source);
    }

    /** Copies everything but files that steer the test framework. Java files among resources are data that some test reads. */
    public void copyResources(Path target, IntakeLimits limits) throws IOException, RefusedSource {
        copy(target, limits, placement -> !(placement instanceof Placement.Skipped));
    }

    private void copy(Path target, IntakeLimits limits, Predicate<Placement> wanted) throws IOException, RefusedSource {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Gauge gauge = new Gauge(limits, 0);
        try {
            for (Path file : files()) {
                gauge.countFile();
                String name = folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (wanted.test(Placement.of(name))) {
                    try (InputStream in = Files.newInputStream(file)) {
                        gauge.copy(in, target.resolve(name), name);
                    }
                }
            }
        } catch (RefusedSource e) {
            throw new RefusedSource(folder + " is refused: " + e.reason(), e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            // A folder further down that may not be read.
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
