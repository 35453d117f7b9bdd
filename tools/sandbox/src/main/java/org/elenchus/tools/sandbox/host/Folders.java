package org.elenchus.tools.sandbox.host;

import java.io.IOException;
import java.nio.file.Path;

/** Removes folders, without following links; a missing one is fine. */
public final class Folders {
    private Folders() {}

    /** A temporary folder: what cannot be deleted is left to the system's own cleaning. */
    public static void delete(Path root) {
        try {
            remove(root);
        } catch (IOException e) {
            // Nothing depends on its being gone.
        }
    }

    public static void remove(Path root) throws IOException {
        org.elenchus.tools.worker.host.Folders.delete(root);
    }
}
