package org.elenchus.tools.repair.syntax;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongBiFunction;

/** What was made of the keys that were used last. Thread-safe. @param <K> key @param <V> what is made of it; immutable */
public final class Recent<K, V> {
    private final long capacity;
    private final ToLongBiFunction<K, V> size;
    private final Map<K, V> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** @param capacity of all that is kept, in the unit of {@code size} */
    public Recent(long capacity, ToLongBiFunction<K, V> size) {
        this.capacity = capacity;
        this.size = size;
    }

    /** Two threads may make the same at once: the results are alike. */
    public V of(K key, Supplier<V> making) {
        synchronized (recent) {
            V known = recent.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = making.get();
        synchronized (recent) {
            if (recent.put(key, made) == null) {
                held += size.applyAsLong(key, made);
                shrink();
            }
        }
        return made;
    }

    /** Forgets the least recently used; the newest stays however large it is. */
    private void shrink() {
        Iterator<Map.Entry<K, V>> eldest = recent.entrySet().iterator();
        while (held > capacity && recent.size() > 1) {
            Map.Entry<K, V> next = eldest.next();
            held -= size.applyAsLong(next.getKey(), next.getValue());
            eldest.remove();
        }
    }
}
