package org.elenchus.tools.worker.probe;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the constants of enums, and objects of the repository's classes that have no hash of their own, hashes that are the same in every
 * run. The platform's are drawn per process, and decide in which order a hash table keeps its elements.
 */
public final class Hashes {
    /** Where the platform keeps a constant's hash once it was asked for; null where it keeps none or is not open to the worker. */
    private static final @Nullable Field HASH = field();

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The odd number next to 2³² over the golden ratio: spreads a count over all bits, and no two counts alike. */
    private static final int SPREAD = 0x9E3779B9;

    private Hashes() {}

    /** A test begins. */
    static void begin() {
        COUNT.set(0);
    }

    /** An object's hash: what it is known by, or, the first time it is asked for, the next of this test. @param known 0 when never asked for */
    public static int of(int known) {
        return known != 0 ? known : COUNT.incrementAndGet() * SPREAD;
    }

    /** Called for a constant that is being made: its hash is that of its name. */
    public static void settle(Enum<?> constant) {
        if (HASH == null) {
            return;
        }
        int hash = (constant.getDeclaringClass().getName() + "." + constant.name()).hashCode();
        try {
            // Zero would say that there is none yet.
            HASH.setInt(constant, hash == 0 ? 1 : hash);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Field field() {
        try {
            Field field = Enum.class.getDeclaredField("hash");
            return field.trySetAccessible() ? field : null;
        } catch (NoSuchFieldException e) {
            return null;
        }
    }
}
