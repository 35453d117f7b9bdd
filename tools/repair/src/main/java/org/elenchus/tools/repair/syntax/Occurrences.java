package org.elenchus.tools.repair.syntax;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Where texts stand in a file, each looked for once. Thread-safe. */
final class Occurrences {
    private final String file;
    private final Map<String, int[]> offsets = new ConcurrentHashMap<>();

    Occurrences(String file) {
        this.file = file;
    }

    /** Characters from an offset to the nearest place but itself where the text begins; {@link Integer#MAX_VALUE} where there is none. */
    int distance(String text, int offset) {
        int[] all = offsets.computeIfAbsent(text, this::find);
        int found = Arrays.binarySearch(all, offset);
        int before = found >= 0 ? found - 1 : -found - 2;
        int after = found >= 0 ? found + 1 : -found - 1;
        int back = before < 0 ? Integer.MAX_VALUE : offset - all[before];
        return after < all.length ? Math.min(back, all[after] - offset) : back;
    }

    private int[] find(String text) {
        return IntStream.iterate(file.indexOf(text), at -> at >= 0, at -> file.indexOf(text, at + 1))
                .toArray();
    }
}
