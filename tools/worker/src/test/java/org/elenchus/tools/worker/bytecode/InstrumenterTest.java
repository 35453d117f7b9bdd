package org.elenchus.tools.worker.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.elenchus.tools.worker.probe.Meter;
import org.elenchus.tools.worker.probe.OutOfFuel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumenterTest {
    /** Shapes that a careless probe would break: NEW under a frame, handlers, switches, constructors, generics of the stack. */
    public static class Shapes {
        final String text;

        Shapes(boolean odd) {
            this(odd ? new StringBuilder("odd") : new StringBuilder("even"));
        }

        Shapes(StringBuilder builder) {
            text = builder.append(new String(builder.length() > 3 ? "long" : new String("short")))
                    .toString();
        }

        public static String run(int n) {
            String all = "";
            do {
                switch (n) {
                    case 1 -> all += new Shapes(true).text;
                    case 2 -> {
                        try {
                            all += Integer.parseInt("x");
                        } catch (NumberFormatException e) {
                            all += "caught";
                        } finally {
                            all += "!";
                        }
                    }
                    default -> all += new int[2][3][1].length;
                }
            } while (--n > 0);
            return all;
        }
    }

    @Test
    void instrumented_code_verifies_and_does_the_same() throws Exception {
        byte[] original = Fresh.bytes(Shapes.class);
        ProbeTable table = new ProbeTable();
        Class<?> copy = new Fresh().define(Instrumenter.main(original, table));
        Meter meter = Meter.start(1000, null);
        Object result = copy.getMethod("run", int.class).invoke(null, 3);
        assertThat(meter.stop().used()).isBetween(20L, 60L);
        assertThat(result).isEqualTo(Shapes.run(3)).isEqualTo("2caught!oddshort");
        BitSet all = new BitSet();
        all.set(0, table.size());
        assertThat(table.lines(all).keySet())
                .containsExactly("org/elenchus/tools/worker/bytecode/InstrumenterTest.java");
    }

    /** Code that takes what ends a test. */
    public static class Takers {
        static int depth;

        static int deeper() {
            depth++;
            return 1 + deeper();
        }

        /** Goes on after an overflow as if nothing had been. */
        public static int forgives() {
            try {
                return deeper();
            } catch (Throwable e) {
                return 0;
            }
        }

        public static int cleansUp() {
            try {
                return deeper();
            } finally {
                depth = 0;
            }
        }

        /** Must not keep its lock when fuel ends inside it, nor take for ever what ended it. */
        public static int locks() {
            synchronized (Takers.class) {
                while (true) {
                    depth++;
                }
            }
        }

        public static int locksAndReturns(boolean whole) {
            synchronized (Takers.class) {
                while (whole || depth < 0) {
                    depth++;
                }
            }
            return depth;
        }

        public static int forgivesOthers() {
            try {
                throw new IllegalStateException("other");
            } catch (Throwable e) {
                return 1;
            }
        }
    }

    private static Class<?> takers() throws IOException {
        return new Fresh().define(Instrumenter.main(Fresh.bytes(Takers.class), new ProbeTable()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forgives", "cleansUp"})
    void who_catches_an_overflow_has_no_fuel_left(String method) throws Exception {
        Meter meter = Meter.start(Long.MAX_VALUE, null);
        Throwable thrown = catchThrowable(() -> takers().getMethod(method).invoke(null));
        Meter.Reading reading = meter.stop();
        assertThat(thrown).hasCauseInstanceOf(OutOfFuel.class);
        assertThat(reading.exhaustion()).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(reading.used()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void who_catches_something_else_pays_no_more_for_it() throws Exception {
        Meter meter = Meter.start(100, null);
        assertThat(takers().getMethod("forgivesOthers").invoke(null)).isEqualTo(1);
        assertThat(meter.stop().exhaustion()).isNull();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SAME_THREAD)
    void a_lock_is_released_when_fuel_ends_under_it() throws Exception {
        Class<?> takers = takers();
        Meter meter = Meter.start(1000, null);
        Throwable thrown = catchThrowable(() -> takers.getMethod("locks").invoke(null));
        assertThat(thrown).hasCauseInstanceOf(OutOfFuel.class);
        thrown = catchThrowable(
                () -> takers.getMethod("locksAndReturns", boolean.class).invoke(null, true));
        assertThat(thrown).hasCauseInstanceOf(OutOfFuel.class);
        assertThat(meter.stop().used()).isEqualTo(1000);
        assertThat(Thread.holdsLock(takers)).isFalse();
    }

    /** Code that draws without naming a seed. */
    public static class Drawers {
        public static List<Object> draw() {
            Supplier<Random> reference = Random::new;
            return List.of(
                    new Random().nextLong(),
                    new Random().nextLong(),
                    new SplittableRandom().nextLong(),
                    Math.random(),
                    DoubleStream.generate(Math::random).findFirst().getAsDouble(),
                    reference.get().nextLong(),
                    new Random(42).nextLong(),
                    StrictMath.random(),
                    DoubleStream.generate(StrictMath::random).findFirst().getAsDouble(),
                    shuffled(Collections::shuffle),
                    shuffled(list -> Collections.shuffle(list)));
        }

        private static List<Integer> shuffled(Consumer<List<Integer>> shuffle) {
            List<Integer> list = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
            shuffle.accept(list);
            return list;
        }
    }

    @Test
    void what_is_drawn_without_a_seed_is_the_same_in_every_test() throws Exception {
        Class<?> drawers = Fresh.instrumented(Drawers.class);
        Meter first = Meter.start(1000, null);
        List<?> drawn = (List<?>) drawers.getMethod("draw").invoke(null);
        first.stop();
        Meter second = Meter.start(1000, null);
        assertThat(drawers.getMethod("draw").invoke(null)).isEqualTo(drawn);
        second.stop();
        assertThat(drawn.get(0)).isNotEqualTo(drawn.get(1));
        assertThat(drawn.get(6)).isEqualTo(new Random(42).nextLong());
    }

    @Test
    void the_shape_of_an_api_ignores_bodies_and_private_members() throws Exception {
        byte[] original = Fresh.bytes(Shapes.class);
        assertThat(ApiShape.of(List.of(Instrumenter.test(original)))).isEqualTo(ApiShape.of(List.of(original)));
        assertThat(ApiShape.of(List.of(original))).noneMatch(line -> line.contains("lambda$"));
    }
}
