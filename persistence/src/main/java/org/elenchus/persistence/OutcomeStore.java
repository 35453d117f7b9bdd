package org.elenchus.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.Execution;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outcomes by content, in one file. A cache: what it loses is executed again. It is written out every second; a file that cannot be
 * opened is set aside and a fresh one begun. Thread-safe.
 */
public final class OutcomeStore implements AutoCloseable {
    /** The file's size above which nothing more is remembered, in bytes. */
    private static final long LARGEST_FILE = 4L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeStore.class);

    private final MVStore store;
    private final MVMap<String, byte[]> outcomes;

    private OutcomeStore(MVStore store) {
        this.store = store;
        this.outcomes = store.openMap("outcomes.v3");
    }

    /** Opens the file, or begins a fresh one where it is damaged. */
    public static OutcomeStore open(Path file) {
        try {
            return new OutcomeStore(openFile(file));
        } catch (MVStoreException damage) {
            LOG.warn("outcomes in {} are damaged and set aside; they will be executed again", file, damage);
            setAside(file);
            return new OutcomeStore(openFile(file));
        }
    }

    public Optional<Execution> recall(Digest request) {
        try {
            byte[] known = outcomes.get(request.hex());
            return known == null ? Optional.empty() : Optional.of(ProtocolJson.read(inflate(known), Execution.class));
        } catch (MVStoreException | UncheckedIOException damage) {
            LOG.warn("the outcome of {} cannot be read; it will be executed again", request.brief(), damage);
            return Optional.empty();
        }
    }

    public void remember(Digest request, Execution outcome) {
        if (store.getFileStore().size() > LARGEST_FILE) {
            return;
        }
        try {
            outcomes.put(request.hex(), deflate(ProtocolJson.write(outcome)));
        } catch (MVStoreException refused) {
            LOG.warn("the outcome of {} cannot be kept", request.brief(), refused);
        }
    }

    /** Number of outcomes known. */
    public long size() {
        return outcomes.sizeAsLong();
    }

    @Override
    public void close() {
        store.close();
    }

    private static MVStore openFile(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(16)
                .backgroundExceptionHandler((thread, e) -> LOG.warn("outcomes cannot be written", e))
                .open();
        store.setAutoCommitDelay(1000);
        return store;
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("damaged outcomes cannot be set aside: " + file, e);
        }
    }

    private static byte[] deflate(byte[] json) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 4 + 64);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] compressed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
