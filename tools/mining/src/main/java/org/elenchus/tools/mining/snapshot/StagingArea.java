package org.elenchus.tools.mining.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where snapshots are put together before they have a name. Each draft is guarded by a lock that dies with its process, so what a
 * crash left behind is recognised and removed.
 */
final class StagingArea {
    private static final Object GUARDS = new Object();

    private static final String LOCK = ".lock";

    private final Path folder;

    StagingArea(Path folder) {
        this.folder = folder;
    }

    /** A folder of one's own, gone when closed unless it was moved away. */
    record Draft(Path folder, Path guard, FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                Folders.remove(folder);
            } finally {
                channel.close();
            }
            Files.deleteIfExists(guard);
        }
    }

    /** A draft of one's own. Its guard is made and locked as one step, or a sweep in this process could lock it in between. */
    Draft open() throws IOException {
        synchronized (GUARDS) {
            return guarded();
        }
    }

    private Draft guarded() throws IOException {
        Files.createDirectories(folder);
        String name = UUID.randomUUID().toString();
        Path guard = folder.resolve(name + LOCK);
        FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return new Draft(Files.createDirectory(folder.resolve(name)), guard, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Removes drafts whose owner is gone. */
    void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> guards;
        try (Stream<Path> entries = Files.list(folder)) {
            guards = entries.filter(p -> p.toString().endsWith(LOCK)).toList();
        }
        for (Path guard : guards) {
            synchronized (GUARDS) {
                sweep(guard);
            }
        }
    }

    private void sweep(Path guard) throws IOException {
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                String name = guard.getFileName().toString();
                Folders.remove(folder.resolve(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(guard);
            }
        } catch (OverlappingFileLockException | NoSuchFileException ownedOrGone) {
            return;
        }
    }
}
