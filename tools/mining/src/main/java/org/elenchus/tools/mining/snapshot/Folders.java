package org.elenchus.tools.mining.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.elenchus.actors.port.RepositoryFault;
import org.jspecify.annotations.Nullable;

/** Files that appear whole or not at all, folders that go for good, and what to say when a disk refuses. */
public final class Folders {
    private Folders() {}

    /** Writes a file so that a crash leaves either the old content or the new. */
    public static void writeWhole(Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".draft");
        try {
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Removes a folder and all in it; a missing one is fine. Links are removed, not followed. */
    public static void remove(Path folder) throws IOException {
        org.elenchus.tools.sandbox.host.Folders.remove(folder);
    }

    /** Says what a disk's refusal means and what helps. */
    public static RepositoryFault explain(IOException e, Path folder) {
        String reason = e instanceof FileSystemException fse && fse.getReason() != null
                ? fse.getReason()
                : String.valueOf(e.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space") || lower.contains("quota") || lower.contains("disk full")) {
            return new RepositoryFault(
                    "The disk of " + folder + " is full. Free some space, or choose another data folder", e);
        }
        if (e instanceof AccessDeniedException denied && isElsewhere(denied.getFile(), folder)) {
            return new RepositoryFault(denied.getFile() + " cannot be read. Change its permissions", e);
        }
        if (e instanceof AccessDeniedException
                || e.getCause() instanceof ReadOnlyFileSystemException
                || lower.contains("read-only")
                || lower.contains("permission denied")) {
            return new RepositoryFault(
                    folder + " cannot be written. Make it writable, or choose another data folder", e);
        }
        return new RepositoryFault(
                "Working in " + folder + " failed: " + e.getClass().getSimpleName() + ", " + reason
                        + ". Check the disk, or choose another data folder",
                e);
    }

    /** Whether it is a source that is read, and not what is written. */
    private static boolean isElsewhere(@Nullable String file, Path folder) {
        return file != null && Path.of(file).isAbsolute() && !Path.of(file).startsWith(folder);
    }
}
