package org.elenchus.tools.cli.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.tools.sandbox.host.Folders;

/** A temporary folder, deleted when closed. Links in it are deleted, not followed. */
record Scratch(Path folder) implements AutoCloseable {
    static Scratch make(String purpose) throws IOException {
        return new Scratch(Files.createTempDirectory("elenchus-" + purpose + "-"));
    }

    @Override
    public void close() throws IOException {
        Folders.remove(folder);
    }
}
