package org.elenchus.actors.port;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.elenchus.protocol.DrawKey;

/** Keyed draws without replacement. */
public final class Draws {
    private Draws() {}

    /** The items in a random order that depends on the key and the items' own order only (Fisher–Yates). */
    public static <T> List<T> shuffled(List<T> items, DrawKey key) {
        List<T> order = new ArrayList<>(items);
        RandomGenerator random = key.generator();
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }
}
