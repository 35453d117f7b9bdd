package org.elenchus.tools.mining.inventory;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.jspecify.annotations.Nullable;

/** The original texts of a repository's main source files, by path. */
record MainSources(RepositoryCoordinate coordinate, SortedMap<String, String> texts) {
    MainSources {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    SortedSet<String> files() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts.keySet()));
    }

    /** @throws IllegalArgumentException when there is no such file */
    String text(String path) {
        @Nullable String text = texts.get(path);
        if (text == null) {
            throw new IllegalArgumentException("no main source file " + path + " in " + coordinate);
        }
        return text;
    }
}
