package org.elenchus.tools.worker.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.elenchus.tools.worker.probe.Meter;
import org.junit.jupiter.api.Test;

class MethodOrderTest {
    /** What a test does that calls every method of a class. */
    public static final class Lister {
        public static List<String> declared(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .map(Method::toString)
                    .toList();
        }

        public static List<String> visible(Class<?> type) {
            Function<Class<?>, Method[]> reference = Class::getMethods;
            return Arrays.stream(reference.apply(type)).map(Method::toString).toList();
        }
    }

    @Test
    void methods_come_in_the_order_of_their_names_and_signatures() throws Exception {
        Class<?> lister = Fresh.instrumented(Lister.class);
        for (String how : List.of("declared", "visible")) {
            Method list = lister.getMethod(how, Class.class);
            Meter meter = Meter.start(1_000, null);
            Object listed = list.invoke(null, StringBuilder.class);
            meter.stop();
            List<String> expected = Arrays.stream(
                            how.equals("declared")
                                    ? StringBuilder.class.getDeclaredMethods()
                                    : StringBuilder.class.getMethods())
                    .sorted((a, b) -> a.getName().equals(b.getName())
                            ? a.toString().compareTo(b.toString())
                            : a.getName().compareTo(b.getName()))
                    .map(Method::toString)
                    .toList();
            assertThat(listed).isEqualTo(expected);
        }
    }
}
