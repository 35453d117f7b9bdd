package org.elenchus.tools.repair.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.elenchus.protocol.Digest;

/** Parsed files by content, the most recently used ones. Thread-safe. */
public final class SourceFiles {
    private final Map<Digest, Optional<SourceFile>> recent;

    /** @param capacity files kept */
    public SourceFiles(int capacity) {
        recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Digest, Optional<SourceFile>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The parsed text; empty when it is not Java. Two threads may parse the same text at once: the results are alike. */
    public Optional<SourceFile> parsed(String text) {
        Digest key = Digest.of(text);
        synchronized (recent) {
            Optional<SourceFile> known = recent.get(key);
            if (known != null) {
                return known;
            }
        }
        Optional<SourceFile> parsed = SourceFile.parse(text);
        synchronized (recent) {
            recent.put(key, parsed);
        }
        return parsed;
    }
}
