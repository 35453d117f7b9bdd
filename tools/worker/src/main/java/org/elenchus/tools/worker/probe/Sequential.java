package org.elenchus.tools.worker.probe;

import java.util.Collection;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What instrumented code gets where it asks for a parallel stream: one that does its parts in order, on the thread that asks. */
public final class Sequential {
    private Sequential() {}

    /** Replaces {@link Collection#parallelStream()}. */
    public static <T> Stream<T> stream(Collection<T> elements) {
        return elements.stream();
    }

    /** Replaces {@link BaseStream#parallel()}. */
    public static BaseStream<?, ?> parallel(BaseStream<?, ?> stream) {
        return stream;
    }

    public static IntStream parallel(IntStream stream) {
        return stream;
    }

    public static LongStream parallel(LongStream stream) {
        return stream;
    }

    public static DoubleStream parallel(DoubleStream stream) {
        return stream;
    }
}
