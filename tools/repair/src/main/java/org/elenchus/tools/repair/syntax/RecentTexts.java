package org.elenchus.tools.repair.syntax;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made of texts, of the most recently used ones. Thread-safe. @param <V> what is made of a text; immutable */
final class RecentTexts<V> {
    private final long capacity;
    private final Function<String, V> reading;
    private final Map<String, V> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** @param capacity characters of text */
    RecentTexts(long capacity, Function<String, V> reading) {
        this.capacity = capacity;
        this.reading = reading;
    }

    /** Two threads may read the same text at once: the results are alike. */
    V of(String text) {
        synchronized (recent) {
            V known = recent.get(text);
            if (known != null) {
                return known;
            }
        }
        V made = reading.apply(text);
        synchronized (recent) {
            if (recent.put(text, made) == null) {
                held += text.length();
                shrink();
            }
        }
        return made;
    }

    /** Forgets the least recently used; the newest stays however large it is. */
    private void shrink() {
        Iterator<String> eldest = recent.keySet().iterator();
        while (held > capacity && recent.size() > 1) {
            held -= eldest.next().length();
            eldest.remove();
        }
    }
}
