package org.elenchus.tools.worker.probe;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Gives the constants of enums hashes that are the same in every run. The platform's are drawn per process, and decide in which order a
 * hash table keeps its elements, and what a hash that an enum takes part in is.
 */
public final class Hashes {
    /** Where the platform keeps a constant's hash once it was asked for; null where it keeps none or is not open to the worker. */
    private static final @Nullable Field HASH = field();

    private Hashes() {}

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
