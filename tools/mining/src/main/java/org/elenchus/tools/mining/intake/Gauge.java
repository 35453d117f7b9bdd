package org.elenchus.tools.mining.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Counts what comes in and stops it at the limits. Trusts bytes read, never sizes claimed. */
final class Gauge {
    private static final int BUFFER = 1 << 16;

    private final IntakeLimits limits;
    private final long compressedBytes;
    private int files;
    private long bytes;

    /** @param compressedBytes size of the archive; the ratio is not watched where it is 0 */
    Gauge(IntakeLimits limits, long compressedBytes) {
        this.limits = limits;
        this.compressedBytes = compressedBytes;
    }

    void countFile() throws RefusedSource {
        files++;
        if (files > limits.files()) {
            throw new RefusedSource("it holds more than " + limits.files() + " files");
        }
    }

    /** Copies into a new file; one that is there already is a conflict between two entries. */
    void copy(InputStream in, Path target, String name) throws IOException, RefusedSource {
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedSource("entry '" + name + "' occurs twice");
        }
        try (OutputStream out =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                admit(name, size, read);
                out.write(buffer, 0, read);
            }
        }
    }

    private void admit(String name, long size, int read) throws RefusedSource {
        bytes += read;
        if (size > limits.fileBytes()) {
            throw new RefusedSource("entry '" + name + "' is larger than " + limits.fileBytes() + " bytes");
        }
        if (bytes > limits.totalBytes()) {
            throw new RefusedSource("it unpacks to more than " + limits.totalBytes() + " bytes");
        }
        if (compressedBytes > 0 && bytes > limits.ratioFrom() && bytes / compressedBytes > limits.ratio()) {
            throw new RefusedSource("it unpacks to more than " + limits.ratio() + " times its size");
        }
    }
}
