package org.elenchus.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The key of a stream of random draws. A draw depends on the run's seed, what it is for, and the ids it concerns, never on
 * the order in which work arrives; so the same seed gives the same history on any number of nodes.
 */
public record DrawKey(long seed, String purpose, List<String> ids) {
    public DrawKey {
        ids = List.copyOf(ids);
    }

    public static DrawKey of(long seed, String purpose, String... ids) {
        return new DrawKey(seed, purpose, List.of(ids));
    }

    /** The same stream, narrowed to one more id. */
    public DrawKey at(String id) {
        List<String> longer = new ArrayList<>(ids);
        longer.add(id);
        return new DrawKey(seed, purpose, longer);
    }

    /** A fresh generator at the start of this key's stream. */
    public RandomGenerator generator() {
        List<String> parts = new ArrayList<>(List.of(Long.toString(seed), purpose));
        parts.addAll(ids);
        return new SplittableRandom(
                Long.parseUnsignedLong(Digest.ofParts(parts).hex().substring(0, 16), 16));
    }
}
