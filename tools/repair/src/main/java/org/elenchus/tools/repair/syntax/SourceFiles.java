package org.elenchus.tools.repair.syntax;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.elenchus.protocol.Digest;

/** Parsed files by content, the most recently used ones. Thread-safe. */
public final class SourceFiles {
    private final long capacity;
    private final Map<Digest, Entry> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    private record Entry(int characters, Optional<SourceFile> file) {}

    /** @param capacity characters of source kept; a tree takes some 60 bytes for each (measured) */
    public SourceFiles(long capacity) {
        this.capacity = capacity;
    }

    /** The parsed text; empty when it is not Java. Two threads may parse the same text at once: the results are alike. */
    public Optional<SourceFile> parsed(String text) {
        Digest key = Digest.of(text);
        synchronized (recent) {
            Entry known = recent.get(key);
            if (known != null) {
                return known.file();
            }
        }
        Optional<SourceFile> parsed = SourceFile.parse(text);
        synchronized (recent) {
            if (recent.put(key, new Entry(text.length(), parsed)) == null) {
                held += text.length();
                shrink();
            }
        }
        return parsed;
    }

    /** Forgets the least recently used; the newest stays however large it is. */
    private void shrink() {
        Iterator<Entry> eldest = recent.values().iterator();
        while (held > capacity && recent.size() > 1) {
            held -= eldest.next().characters();
            eldest.remove();
        }
    }
}
