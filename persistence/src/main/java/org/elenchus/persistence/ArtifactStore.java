package org.elenchus.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;

/**
 * Large payloads by content: an artifact is a value's canonical JSON compressed, and its name the SHA-256 of the uncompressed JSON. They
 * lie in a folder or in a database's table; what was used lately is kept in memory. Thread-safe.
 */
public final class ArtifactStore {
    private static final long CACHE_BYTES = 24L << 20;

    private final ArtifactShelf shelf;
    private final ArtifactCache cache = new ArtifactCache(CACHE_BYTES);

    ArtifactStore(ArtifactShelf shelf) {
        this.shelf = shelf;
    }

    /** A store of files. @param root made where it is missing, on the first write */
    public static ArtifactStore in(Path root) {
        return new ArtifactStore(new ArtifactFolder(root));
    }

    /** Stores a value durably before it returns; storing it again is free. @throws UncheckedIOException when it cannot */
    public Digest put(Object value) {
        byte[] json = ProtocolJson.write(value);
        Digest digest = Digest.of(json);
        try {
            shelf.put(digest, () -> compress(json));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "artifact " + digest.brief() + " cannot be stored in " + shelf.place(digest) + ": "
                            + e.getMessage(),
                    e);
        }
        cache.put(digest, value, json.length);
        return digest;
    }

    /**
     * Reads a value back.
     *
     * @throws ArtifactDamage when it is not there or its content does not match its digest
     * @throws UncheckedIOException when it cannot be read now
     */
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

    /** The canonical JSON of an artifact, checked against its digest. Throws as {@link #get} does. */
    public byte[] json(Digest digest) {
        byte[] json;
        try {
            json = decompress(found(digest));
        } catch (IOException e) {
            throw new ArtifactDamage(
                    "artifact " + digest.brief() + " is damaged: " + shelf.place(digest) + " (" + e.getMessage() + ")",
                    e);
        }
        if (!Digest.of(json).equals(digest)) {
            throw new ArtifactDamage(
                    "artifact " + digest.brief() + " does not match its digest: " + shelf.place(digest), null);
        }
        return json;
    }

    /** What the shelf holds. That it cannot be read now may pass, and says nothing about the artifact. */
    private byte[] found(Digest digest) {
        byte[] found;
        try {
            found = shelf.get(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "artifact " + digest.brief() + " cannot be read from " + shelf.place(digest) + ": "
                            + e.getMessage(),
                    e);
        }
        if (found == null) {
            throw new ArtifactDamage(
                    "artifact " + digest.brief() + " is missing: " + shelf.place(digest)
                            + "; use the database or data folder that its run was written to",
                    null);
        }
        return found;
    }

    private static byte[] decompress(byte[] content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
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
