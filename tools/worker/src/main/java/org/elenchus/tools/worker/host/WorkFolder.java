package org.elenchus.tools.worker.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
                Folders.delete(link);
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
                        Folders.delete(entry);
                    }
                }
            }
        }
    }
}
