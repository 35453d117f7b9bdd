package org.elenchus.persistence;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elenchus.protocol.Digest;
import org.jspecify.annotations.Nullable;

/** The most recently used artifacts as objects, bounded by the length of their JSON. Thread-safe; values must be immutable. */
final class ArtifactCache {
    private record Entry(Object value, long bytes) {}

    private final long capacity;
    private final Map<Digest, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    /** @param capacity bytes of JSON */
    ArtifactCache(long capacity) {
        this.capacity = capacity;
    }

    synchronized <T> @Nullable T get(Digest digest, Class<T> type) {
        Entry entry = entries.get(digest);
        return entry != null && type.isInstance(entry.value()) ? type.cast(entry.value()) : null;
    }

    synchronized void put(Digest digest, Object value, long bytes) {
        if (bytes > capacity / 4) {
            return;
        }
        Entry before = entries.put(digest, new Entry(value, bytes));
        held += bytes - (before == null ? 0 : before.bytes());
        Iterator<Entry> oldest = entries.values().iterator();
        while (held > capacity) {
            held -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
