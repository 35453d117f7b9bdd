package org.elenchus.tools.worker.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elenchus.tools.worker.probe.Meter;
import org.junit.jupiter.api.Test;

class OwnHashTest {
    /** Its objects have no hash but Object's. */
    public static final class Plain {
        private final int number;

        Plain(int number) {
            this.number = number;
        }

        /** In which order a set keeps twenty of them, and whether each keeps its hash. */
        public static List<Integer> order() {
            Set<Plain> set = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                Plain plain = new Plain(i);
                if (plain.hashCode() != plain.hashCode()) {
                    throw new IllegalStateException("its hash has changed");
                }
                set.add(plain);
            }
            List<Integer> order = new ArrayList<>();
            set.forEach(plain -> order.add(plain.number));
            return order;
        }
    }

    public static final class Hashed {
        @Override
        public boolean equals(Object other) {
            return other instanceof Hashed;
        }

        @Override
        public int hashCode() {
            return 42;
        }

        public static int hash() {
            return new Hashed().hashCode();
        }
    }

    public static final class Shaped implements Serializable {
        private static final long serialVersionUID = 1;

        public static int methods() {
            return Shaped.class.getDeclaredMethods().length;
        }
    }

    private static Object call(Class<?> type, String name) throws Exception {
        Method method = type.getMethod(name);
        Meter meter = Meter.start(100_000, null);
        try {
            return method.invoke(null);
        } finally {
            meter.stop();
        }
    }

    @Test
    void a_set_of_objects_without_a_hash_of_their_own_has_the_same_order_in_every_test() throws Exception {
        Class<?> type = Fresh.instrumented(Plain.class);
        Object first = call(type, "order");

        assertThat(call(type, "order")).isEqualTo(first);
        assertThat(call(Fresh.instrumented(Plain.class), "order")).isEqualTo(first);
        assertThat((List<?>) first).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void a_class_with_a_hash_of_its_own_keeps_it() throws Exception {
        assertThat(call(Fresh.instrumented(Hashed.class), "hash")).isEqualTo(42);
    }

    @Test
    void what_is_known_by_its_shape_keeps_its_shape() throws Exception {
        assertThat(call(Fresh.instrumented(Shaped.class), "methods")).isEqualTo(1);
    }

    @Test
    void what_is_added_is_synthetic() throws Exception {
        Class<?> type = Fresh.instrumented(Plain.class);

        assertThat(type.getDeclaredMethod("hashCode").isSynthetic()).isTrue();
        assertThat(type.getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic())
                .hasSize(1);
    }
}
