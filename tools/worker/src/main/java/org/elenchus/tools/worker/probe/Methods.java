package org.elenchus.tools.worker.probe;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;

/** A class' methods by name and signature. The JVM gives them in the order of addresses in its memory, which differs from process to process. */
public final class Methods {
    private static final Comparator<Method> BY_SIGNATURE =
            Comparator.comparing(Method::getName).thenComparing(Method::toString);

    private Methods() {}

    /** Replaces {@link Class#getMethods()}. */
    public static Method[] getMethods(Class<?> type) {
        return sorted(type.getMethods());
    }

    /** Replaces {@link Class#getDeclaredMethods()}. */
    public static Method[] getDeclaredMethods(Class<?> type) {
        return sorted(type.getDeclaredMethods());
    }

    private static Method[] sorted(Method[] methods) {
        Arrays.sort(methods, BY_SIGNATURE);
        return methods;
    }
}
