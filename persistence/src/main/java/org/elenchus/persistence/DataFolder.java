package org.elenchus.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.elenchus.persistence.DataFolderFault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds all a node keeps, and this process's exclusive claim on it. The claim is a lock of the operating
 * system, which ends with the process however it ends.
 */
public final class DataFolder implements AutoCloseable {
    /** Free space below which no work is begun, in bytes. */
    public static final long REQUIRED_SPACE = 64L << 20;

    private final DataPaths paths;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(DataPaths paths, FileChannel channel, FileLock lock) {
        this.paths = paths;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder where it is missing, checks that it can be worked in, and claims it. */
    public static DataFolder claim(Path root) throws DataFolderFault {
        DataPaths paths = DataPaths.of(root);
        check(paths.root());
        try {
            Files.createDirectories(paths.root());
            probe(paths);
            return lock(paths);
        } catch (IOException e) {
            throw DataFolderFaults.of(paths.root(), e);
        }
    }

    /**
     * Checks that the folder could be claimed, without writing anything that stays.
     *
     * @throws DataFolderFault as {@link #claim} would
     */
    public static void check(Path root) throws DataFolderFault {
        Path nearest = root.toAbsolutePath().normalize();
        if (nearest.toString().indexOf(';') >= 0) {
            throw new DataFolderFault(
                    Kind.NOT_A_FOLDER, "the data folder's path may not contain ';': " + nearest + "; choose another");
        }
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw new DataFolderFault(Kind.NOT_A_FOLDER, nearest + " is not a folder; give another data folder");
        }
        if (!Files.isWritable(nearest)) {
            throw DataFolderFaults.notWritable(nearest);
        }
        try {
            if (Files.getFileStore(nearest).getUsableSpace() < REQUIRED_SPACE) {
                throw DataFolderFaults.full(nearest);
            }
        } catch (IOException e) {
            throw DataFolderFaults.of(nearest, e);
        }
    }

    public DataPaths paths() {
        return paths;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    /** Permissions do not tell all (read-only mounts, quotas): write a few bytes and take them away again. */
    private static void probe(DataPaths paths) throws IOException {
        Path probe = Files.createTempFile(paths.root(), ".probe", null);
        try {
            Files.write(probe, new byte[4096]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static DataFolder lock(DataPaths paths) throws IOException, DataFolderFault {
        FileChannel channel = FileChannel.open(
                paths.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            String owner = Files.readString(paths.lock()).strip();
            channel.close();
            throw DataFolderFaults.inUse(paths.root(), owner);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new DataFolder(paths, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
