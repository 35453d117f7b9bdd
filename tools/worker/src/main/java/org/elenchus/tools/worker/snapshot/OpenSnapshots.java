package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The snapshots held open, least recently used first. */
public final class OpenSnapshots {
    private static final int MOST = 8;

    private final ClassLoader frameworks = new FrameworkLoader();
    private final Map<Path, OpenSnapshot> open = new LinkedHashMap<>(16, 0.75f, true);

    /** @throws IOException when the snapshot was never built */
    public OpenSnapshot open(Path root) throws IOException {
        OpenSnapshot known = open.get(root);
        if (known != null) {
            return known;
        }
        SnapshotFolder folder = new SnapshotFolder(root);
        if (!Files.isDirectory(folder.mainClasses())) {
            throw new IOException("not a built snapshot: " + root);
        }
        if (open.size() >= MOST) {
            evict(open.keySet().iterator().next());
        }
        OpenSnapshot opened = new OpenSnapshot(folder, frameworks);
        open.put(root, opened);
        return opened;
    }

    /** Forgets a snapshot whose classes are about to change. */
    public void evict(Path root) throws IOException {
        OpenSnapshot closing = open.remove(root);
        if (closing != null) {
            closing.close();
        }
    }
}
