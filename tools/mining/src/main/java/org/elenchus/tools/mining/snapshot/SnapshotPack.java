package org.elenchus.tools.mining.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A prepared snapshot's folder as one piece: sources, classes, jars, inventory and the record of its preparation. */
final class SnapshotPack {
    /** More is not handed from node to node. */
    static final long LARGEST = 512L << 20;

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

    /** @throws IOException also when an entry leads out of the folder, or there is more than {@link #LARGEST} */
    static void unpack(byte[] packed, Path root) throws IOException {
        long left = 4 * LARGEST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = root.resolve(entry.getName()).normalize();
                if (!file.startsWith(root) || file.equals(root)) {
                    throw new IOException("an entry leads out of the snapshot: " + entry.getName());
                }
                Path parent = file.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                left -= Files.copy(zip, file);
                if (left < 0) {
                    throw new IOException("the packed snapshot is too large");
                }
            }
        }
    }
}
