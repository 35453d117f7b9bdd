package org.elenchus.tools.worker.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The worker's working directory and folder for temporary files: empty before each request but for the link {@code src}. */
public final class WorkFolder {
    private static final String SOURCES = "src";

    private final Path work;
    private final Path temporary;
    private @Nullable Path linked;

    public WorkFolder(Path work, Path temporary) {
        this.work = work;
        this.temporary = temporary;
    }

    /** Makes {@code src/test/resources/…} and its like name the files of a snapshot. */
    public void show(Path snapshot) throws IOException {
        sweep();
        Path link = work.resolve(SOURCES);
        if (!snapshot.equals(linked) || !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
                delete(link);
            }
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, snapshot.resolve(SOURCES));
            linked = snapshot;
        }
    }

    /** Removes what tests left behind. */
    private void sweep() throws IOException {
        for (Path folder : new Path[] {work, temporary}) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    if (!entry.equals(work.resolve(SOURCES))) {
                        delete(entry);
                    }
                }
            }
        }
    }

    /** Deletes a tree without following links; what resists is left. */
    private static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
