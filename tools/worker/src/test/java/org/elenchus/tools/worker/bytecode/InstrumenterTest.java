package org.elenchus.tools.worker.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.List;
import org.elenchus.tools.worker.probe.Meter;
import org.junit.jupiter.api.Test;

class InstrumenterTest {
    /** Defines classes anew, so that the JVM verifies them. */
    private static final class Fresh extends ClassLoader {
        Fresh() {
            super(InstrumenterTest.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }

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
        byte[] original = bytes(Shapes.class);
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

    @Test
    void the_shape_of_an_api_ignores_bodies_and_private_members() throws Exception {
        byte[] original = bytes(Shapes.class);
        assertThat(ApiShape.of(List.of(Instrumenter.test(original)))).isEqualTo(ApiShape.of(List.of(original)));
        assertThat(ApiShape.of(List.of(original))).noneMatch(line -> line.contains("lambda$"));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
