package org.elenchus.actors.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sorted collections that change by copying, so that a state, once made, never changes. */
final class Sorted {
    private Sorted() {}

    static <V> SortedMap<String, V> with(SortedMap<String, V> map, String key, V value) {
        SortedMap<String, V> copy = new TreeMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableSortedMap(copy);
    }

    /** The entries whose keys do not begin so. */
    static <V> SortedMap<String, V> without(SortedMap<String, V> map, String prefix) {
        SortedMap<String, V> copy = new TreeMap<>(map);
        copy.keySet().removeIf(key -> key.startsWith(prefix));
        return Collections.unmodifiableSortedMap(copy);
    }

    static SortedSet<String> with(SortedSet<String> set, String element) {
        SortedSet<String> copy = new TreeSet<>(set);
        copy.add(element);
        return Collections.unmodifiableSortedSet(copy);
    }
}
