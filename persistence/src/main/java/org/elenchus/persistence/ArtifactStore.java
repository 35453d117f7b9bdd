package org.elenchus.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;

/**
 * Large payloads by content. A value lies in {@code ab/cdef….gz}, its canonical JSON compressed; its name is the SHA-256 of the
 * uncompressed JSON. A file is written aside, forced to disk and renamed, so whatever bears a name is whole. Thread-safe.
 */
public final class ArtifactStore {
    private static final long CACHE_BYTES = 24L << 20;

    private final Path root;
    private final ArtifactCache cache = new ArtifactCache(CACHE_BYTES);

    /** @param root made where it is missing, on the first write */
    public ArtifactStore(Path root) {
        this.root = root;
    }

    /** Stores a value durably before it returns; storing it again is free. @throws UncheckedIOException when the disk refuses */
    public Digest put(Object value) {
        byte[] json = ProtocolJson.write(value);
        Digest digest = Digest.of(json);
        Path file = file(digest);
        if (!Files.exists(file)) {
            try {
                write(file, compress(json));
            } catch (IOException e) {
                throw new UncheckedIOException("artifact " + digest.brief() + " cannot be stored in " + root, e);
            }
        }
        cache.put(digest, value, json.length);
        return digest;
    }

    /** Reads a value back. @throws ArtifactDamage when it is not there or its content does not match its digest */
    public <T> T get(Digest digest, Class<T> type) {
        T known = cache.get(digest, type);
        if (known != null) {
            return known;
        }
        byte[] json = json(digest);
        T value = ProtocolJson.read(json, type);
        cache.put(digest, value, json.length);
        return value;
    }

    /** The canonical JSON of an artifact, checked against its digest. @throws ArtifactDamage as {@link #get} does */
    public byte[] json(Digest digest) {
        Path file = file(digest);
        byte[] json;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            json = in.readAllBytes();
        } catch (NoSuchFileException e) {
            throw new ArtifactDamage("artifact " + digest.brief() + " is missing from " + root, e);
        } catch (IOException e) {
            throw new ArtifactDamage("artifact " + digest.brief() + " cannot be read: " + file, e);
        }
        if (!Digest.of(json).equals(digest)) {
            throw new ArtifactDamage("artifact " + digest.brief() + " does not match its digest: " + file, null);
        }
        return json;
    }

    Path file(Digest digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2) + ".gz");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalStateException("artifact files lie in folders: " + file);
        }
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".new", null);
        try {
            try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(false);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static byte[] compress(byte[] json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 4 + 64);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            gzip.write(json);
        }
        return out.toByteArray();
    }

    /** Fastest level: payloads are written once on the way of the work and seldom read. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 16 << 10);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
