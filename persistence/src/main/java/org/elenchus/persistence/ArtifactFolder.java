package org.elenchus.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.elenchus.protocol.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts as files {@code ab/cdef….gz}. A file is written aside, forced to disk and renamed, so whatever bears a name is whole.
 *
 * @param root made where it is missing, on the first write
 */
record ArtifactFolder(Path root) implements ArtifactShelf {
    @Override
    public void put(Digest digest, Compressed content) throws IOException {
        Path file = file(digest);
        if (!Files.exists(file)) {
            write(file, content.bytes());
        }
    }

    @Override
    public byte @Nullable [] get(Digest digest) throws IOException {
        try {
            return Files.readAllBytes(file(digest));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public String place(Digest digest) {
        return file(digest).toString();
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
}
