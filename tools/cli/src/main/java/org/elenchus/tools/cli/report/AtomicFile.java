package org.elenchus.tools.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files that appear whole or not at all; what is no file of its own, such as a device or a link, is written through. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Whether something else than a file stands there, which a new file must not take the place of. */
    static boolean isSpecial(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes beside the file and renames; what was there before is there until then. */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        if (isSpecial(target)) {
            Files.write(target, content);
            return;
        }
        // Another program may be writing the same file.
        Path aside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            Files.write(aside, content);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
