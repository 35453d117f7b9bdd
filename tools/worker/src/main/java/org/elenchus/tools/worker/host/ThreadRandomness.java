package org.elenchus.tools.worker.host;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;

/** The calling thread's {@link java.util.concurrent.ThreadLocalRandom}, which has no seed that anyone may set. */
final class ThreadRandomness {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final Optional<Field> STATE = field("threadLocalRandomSeed");

    /** Zero until the generator is first used, which would give it a seed of its own. */
    private static final Optional<Field> PROBE = field("threadLocalRandomProbe");

    private ThreadRandomness() {}

    /** Begins the same sequence again. Nothing happens where the JVM keeps its fields closed. */
    static void restart() {
        if (STATE.isEmpty() || PROBE.isEmpty()) {
            return;
        }
        try {
            STATE.get().setLong(Thread.currentThread(), SEED);
            PROBE.get().setInt(Thread.currentThread(), 1);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the fields were made accessible", e);
        }
    }

    private static Optional<Field> field(String name) {
        try {
            Field field = Thread.class.getDeclaredField(name);
            field.setAccessible(true);
            return Optional.of(field);
        } catch (NoSuchFieldException | InaccessibleObjectException closed) {
            return Optional.empty();
        }
    }
}
