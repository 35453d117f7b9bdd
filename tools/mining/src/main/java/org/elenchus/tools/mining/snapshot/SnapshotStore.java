package org.elenchus.tools.mining.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.jspecify.annotations.Nullable;

/**
 * The folder of prepared snapshots: {@code <digest>/} per snapshot, {@code index/} from coordinates to digests, {@code staging/} for
 * drafts, {@code locks/} against two processes working on one thing. A snapshot without {@code prepared.json} is unfinished. Thread-safe.
 */
public final class SnapshotStore {
    /** By file: a process may own a file lock once only, however many stores it opens. */
    private static final ConcurrentHashMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path folder;
    private final StagingArea staging;

    public SnapshotStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.staging = new StagingArea(this.folder.resolve("staging"));
    }

    public Path folder() {
        return folder;
    }

    public SnapshotLayout layout(Digest snapshot) {
        return SnapshotLayout.of(folder, snapshot);
    }

    /** Trusted tests and coverage of a snapshot. */
    public Path inventory(Digest snapshot) {
        return layout(snapshot).root().resolve("inventory.json.gz");
    }

    private Path record(Digest snapshot) {
        return layout(snapshot).root().resolve("prepared.json");
    }

    /** Fills a draft. */
    public interface Filling<E extends Exception> {
        SnapshotContent fill(SnapshotLayout draft) throws E, IOException;
    }

    /**
     * Stages a snapshot and publishes it under its digest. One that is finished and intact is left as it is; any other is
     * replaced.
     */
    public <E extends Exception> SnapshotContent stage(Predicate<PreparedRecord> intact, Filling<E> filling)
            throws E, IOException {
        staging.sweep();
        try (StagingArea.Draft draft = staging.open()) {
            SnapshotLayout layout = new SnapshotLayout(draft.folder());
            SnapshotContent content = filling.fill(layout);
            Files.writeString(layout.release(), content.release() + "\n");
            Files.write(
                    layout.classPath(),
                    content.dependencies().stream()
                            .map(SnapshotContent.Dependency::file)
                            .toList());
            Digest digest = content.digest();
            try (Held held = hold(digest.hex())) {
                if (recall(digest).filter(intact).isEmpty()) {
                    Path home = layout(digest).root();
                    Folders.remove(home);
                    Files.move(draft.folder(), home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return content;
        }
    }

    /** What a finished preparation found; empty where there is none, or one of another version, or it is damaged. */
    public Optional<PreparedRecord> recall(Digest snapshot) {
        try {
            PreparedRecord found = ProtocolJson.read(Files.readAllBytes(record(snapshot)), PreparedRecord.class);
            return Optional.of(found).filter(r -> r.version() == PreparedRecord.VERSION);
        } catch (IOException | UncheckedIOException absentOrDamaged) {
            return Optional.empty();
        }
    }

    /** Marks a snapshot as prepared. Everything else of it must be on disk by now. */
    public void finish(PreparedRecord prepared) throws IOException {
        Folders.writeWhole(record(prepared.summary().snapshot()), ProtocolJson.write(prepared));
    }

    /** A finished snapshot as one piece, for {@link #adopt}. */
    public byte[] pack(Digest snapshot) throws IOException {
        return SnapshotPack.pack(layout(snapshot).root());
    }

    /** Takes over what another node prepared. What is finished here stays as it is. */
    public void adopt(Digest snapshot, byte[] packed) throws IOException {
        try (StagingArea.Draft draft = staging.open();
                Held held = hold(snapshot.hex())) {
            SnapshotPack.unpack(packed, draft.folder());
            if (recall(snapshot).isEmpty()) {
                Path home = layout(snapshot).root();
                Folders.remove(home);
                Files.move(draft.folder(), home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Removes a snapshot that proved unusable. */
    public void discard(Digest snapshot) throws IOException {
        Files.deleteIfExists(record(snapshot));
        Folders.remove(layout(snapshot).root());
    }

    /** The snapshot a coordinate led to before. */
    public Optional<Digest> indexed(RepositoryCoordinate coordinate) {
        try {
            return Optional.of(
                    new Digest(Files.readString(indexFile(coordinate)).trim()));
        } catch (IOException | IllegalArgumentException absentOrDamaged) {
            return Optional.empty();
        }
    }

    /** Remembers where a coordinate led. */
    public void index(RepositoryCoordinate coordinate, Digest snapshot) throws IOException {
        Folders.writeWhole(indexFile(coordinate), (snapshot.hex() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Path indexFile(RepositoryCoordinate coordinate) {
        return folder.resolve("index").resolve(Digest.of(coordinate.value()).hex());
    }

    /** Exclusive right to work on something, in this process and among processes. */
    public Held hold(String name) throws IOException {
        Path file = folder.resolve("locks").resolve(name);
        ReentrantLock lock = LOCKS.computeIfAbsent(file, f -> new ReentrantLock());
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) {
                return new Held(lock, null);
            }
            Files.createDirectories(folder.resolve("locks"));
            return new Held(lock, locked(file));
        } catch (IOException | RuntimeException e) {
            lock.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A held lock. */
    public record Held(ReentrantLock lock, @Nullable FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                if (channel != null) {
                    channel.close();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
