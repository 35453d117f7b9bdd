package org.elenchus.tools.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Workers' private folders. The owner holds a lock on a file in each; the system drops it when the owner ends, however it ends. Whoever
 * starts next removes the folders whose lock nobody holds.
 */
final class WorkerHomes {
    static final String PREFIX = "elenchus-worker-";
    private static final String LOCK = "owner.lock";
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();
    private static final AtomicBoolean SWEPT = new AtomicBoolean();

    private WorkerHomes() {}

    /** A new folder. The first call of a process also removes those that dead owners left. */
    static Path make() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        if (!SWEPT.getAndSet(true)) {
            sweep(temporary);
        }
        return make(temporary);
    }

    static Path make(Path in) throws IOException {
        Path home = Files.createTempDirectory(in, PREFIX);
        try {
            // Under its name the file is locked from the beginning, so that no sweep finds it free in between.
            Path draft = home.resolve(LOCK + ".draft");
            FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            HELD.put(home, channel);
            channel.lock();
            Files.move(draft, home.resolve(LOCK));
            return home;
        } catch (IOException e) {
            remove(home);
            throw e;
        }
    }

    /** Removes a folder of this process and lets go of it. */
    static void remove(Path home) {
        Folders.delete(home);
        FileChannel channel = HELD.remove(home);
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The file is gone, and the lock goes with the process.
            }
        }
    }

    /** Removes the folders of dead owners. Those without a lock file are left alone: nothing tells whose they are. */
    static void sweep(Path in) {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(in, PREFIX + "*")) {
            for (Path home : homes) {
                // A second channel on a file this process has locked would, once closed, take the lock away.
                if (!HELD.containsKey(home) && isAbandoned(home.resolve(LOCK))) {
                    Folders.delete(home);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Tidying up only.
        }
    }

    private static boolean isAbandoned(Path lock) {
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }
}
