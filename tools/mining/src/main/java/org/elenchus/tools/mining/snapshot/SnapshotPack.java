package org.elenchus.tools.mining.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.elenchus.protocol.Printable;

/** A prepared snapshot's folder as one piece: sources, classes, jars, inventory and the record of its preparation. */
final class SnapshotPack {
    /** More is not handed from node to node. */
    static final long LARGEST = 512L << 20;

    private static final int PART = 1 << 16;

    private SnapshotPack() {}

    /** @throws IOException also when it is larger than {@link #LARGEST} */
    static byte[] pack(Path root) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> walk = Files.walk(root)) {
            zip.setLevel(Deflater.BEST_SPEED);
            List<Path> files = walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            for (Path file : files) {
                String name = root.relativize(file)
                        .toString()
                        .replace(root.getFileSystem().getSeparator(), "/");
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
                zip.closeEntry();
                if (bytes.size() > LARGEST) {
                    throw new IOException("the snapshot in " + root + " is too large to be handed to other nodes");
                }
            }
        }
        return bytes.toByteArray();
    }

    /** @throws IOException also when an entry leads out of the folder, or they are larger than four times {@link #LARGEST} */
    static void unpack(byte[] packed, Path root) throws IOException {
        unpack(packed, root, 4 * LARGEST);
    }

    /** @param most bytes in all entries */
    static void unpack(byte[] packed, Path root, long most) throws IOException {
        long left = most;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = inside(root, entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                left -= copy(zip, file, left);
            }
        }
    }

    private static Path inside(Path root, String name) throws IOException {
        try {
            Path file = root.resolve(name).normalize();
            if (file.startsWith(root) && !file.equals(root)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IOException("an entry's name is no path: " + Printable.of(name), e);
        }
        throw new IOException("an entry leads out of the snapshot: " + Printable.of(name));
    }

    private static long copy(InputStream from, Path file, long most) throws IOException {
        long copied = 0;
        byte[] part = new byte[PART];
        try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int read = from.read(part); read >= 0; read = from.read(part)) {
                copied += read;
                if (copied > most) {
                    throw new IOException("the packed snapshot is too large");
                }
                to.write(part, 0, read);
            }
        }
        return copied;
    }
}
