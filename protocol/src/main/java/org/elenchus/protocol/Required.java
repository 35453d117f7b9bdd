package org.elenchus.protocol;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is checked of values that come in as JSON or from a command line. */
public final class Required {
    private Required() {}

    /** @throws IllegalArgumentException when it is absent */
    public static void present(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given; got null");
        }
    }

    /** @throws IllegalArgumentException unless it holds */
    public static void that(boolean holds, String name, Object value, String bound) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + bound + "; got " + value);
        }
    }

    /** An unmodifiable copy. @throws IllegalArgumentException when the list or one of its elements is absent */
    public static <T> List<T> list(String name, @Nullable List<T> values) {
        if (values == null || values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + " must be a list without null; got " + values);
        }
        return List.copyOf(values);
    }
}
