package org.elenchus.protocol.execution;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Main source files that differ from the snapshot: path relative to the main source root → whole new text. Empty = the original. */
public record Overlay(SortedMap<String, String> files) {
    public static final Overlay NONE = new Overlay(new TreeMap<>());

    public Overlay {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static Overlay of(Map<String, String> files) {
        return new Overlay(new TreeMap<>(files));
    }
}
