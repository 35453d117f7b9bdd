package org.elenchus.tools.repair.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {
    private final Meaning meaning = new Meaning(Map.of("NAME", "\"name\"", "OTHER", "NAME"));

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            int a(int b) { if (b > 3) { return 1; } return 2; } # @Deprecated int a(final int c) { return c > 3 ? 1 : 2; }
            int a(int b) { if (b > 3) { return 1; } else { return 2; } } # int a(int b) { if (!(b > 3)) return 2; return 1; }
            int a(int b) { return b <= 3 ? 1 : 2; } # int a(int b) { return b > 3 ? 2 : 1; }
            int a(int b, int c) { if (b < 3 || b > c) { return 1; } return 2; } # int a(int b, int c) { if (b >= 3 && b <= c) { return 2; } return 1; }
            void a(String b) { this.c = b != null ? b : d; } # void a(String b) { if (b == null) { c = d; } else { c = b; } }
            void a(String b) { if (b == null) { return; } c(b); } # void a(String b) { if (b != null) { c(b); } }
            int a() { final int size = list.size(); return size * size; } # int a() { return list.size() * list.size(); }
            int a(Object o) { long made = make(o); return made; } # int a(Object o) { return make(o); }
            void a(Object o) { throw new IllegalStateException("a" + o); } # void a(Object o) { throw new IllegalStateException(); }
            void a(Object o) { this.b = Objects.requireNonNull(o, "o"); } # void a(Object o) { this.b = Objects.requireNonNull(o); }
            boolean a(Object o) { return o instanceof Long; } # boolean a(Object o) { return Long.class.isInstance(o); }
            boolean a(int b, int c) { return b > 0 && c == -1; } # boolean a(int b, int c) { return c == -1 && (b > 0); }
            boolean a(Object o, boolean b) { return b || Long.class.isInstance(o); } # boolean a(Object o, boolean b) { return o instanceof Long || b; }
            boolean a(String s) { return OTHER.equals(s); } # boolean a(String s) { return "name".equals(s); }
            void a(Map<String, Integer> m) { b(m); } # void a(Map m) { b(m); }
            """)
    void other_words_may_say_the_same(String one, String other) {
        assertThat(meaning.of(one)).isPresent().isEqualTo(meaning.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            int a(int b) { return b > 3 ? 1 : 2; } # int a(int b) { return b > 3 ? 2 : 1; }
            int a(int b) { return b > 3 ? 1 : 2; } # int a(int b) { return b >= 3 ? 1 : 2; }
            int a(double b) { return b <= 3.0 ? 1 : 2; } # int a(double b) { return b > 3.0 ? 2 : 1; }
            int a(int b, int c) { return b - c; } # int a(int b, int c) { return c - b; }
            int a(int b, int c) { return b; } # int a(int b, int c) { return c; }
            int a() { int n = next(); int m = next(); return n - m; } # int a() { int m = next(); int n = next(); return n - m; }
            void a(String c) { this.c = c; } # void a(String c) { c = c; }
            boolean a(String s) { return s.isEmpty() && b(); } # boolean a(String s) { return b() && s.isEmpty(); }
            boolean a(int[] b, int i) { return i >= 0 && b[i] == 1; } # boolean a(int[] b, int i) { return b[i] == 1 && i >= 0; }
            boolean a(int m, int n) { return n != 0 && m / n > 1; } # boolean a(int m, int n) { return m / n > 1 && n != 0; }
            boolean a(int m, int n) { return n != 0 && m % n > 1; } # boolean a(int m, int n) { return m % n > 1 && n != 0; }
            boolean a(int m, int n) { return m > 0 || ++n > 1; } # boolean a(int m, int n) { return ++n > 1 || m > 0; }
            boolean a(int m, int n) { return m > 0 && n++ > 1; } # boolean a(int m, int n) { return n++ > 1 && m > 0; }
            boolean a(int m, int n) { return m > 0 && (n = m) > 1; } # boolean a(int m, int n) { return (n = m) > 1 && m > 0; }
            boolean a(Object m, boolean n) { return n && (String) m == NAME; } # boolean a(Object m, boolean n) { return (String) m == NAME && n; }
            boolean a(int m, boolean n) { return n && new int[m] == b; } # boolean a(int m, boolean n) { return new int[m] == b && n; }
            void a() { throw new IllegalStateException("a"); } # void a() { throw new IllegalArgumentException("a"); }
            void a() { b("a"); } # void a() { b("b"); }
            void a() { while (b()) { c(); } } # void a() { if (b()) { c(); } }
            int a(long b) { return (int) b; } # int a(long b) { return b; }
            """)
    void what_does_something_else_says_something_else(String one, String other) {
        assertThat(meaning.of(one)).isPresent().isNotEqualTo(meaning.of(other));
    }

    @Test
    void locals_that_stand_for_each_other_are_left_as_they_are() {
        assertThat(meaning.of("int a() { int b = c + 1; int c = b + 1; return c; }"))
                .isPresent();
        assertThat(meaning.of("int a() { int b = d ? c : 1; int c = d ? b : 1; return c; }"))
                .isPresent();
    }

    @Test
    void what_is_no_member_means_nothing() {
        assertThat(meaning.of("int a( { return 1; }")).isEmpty();
    }

    @Test
    void choices_beyond_measure_mean_nothing() {
        StringBuilder body = new StringBuilder("int a(boolean b, int c) {");
        for (int i = 0; i < 30; i++) {
            body.append("if (b || c == ")
                    .append(i)
                    .append(" || c(")
                    .append(i)
                    .append(")) { c = ")
                    .append(i)
                    .append("; } else { return c; }");
        }
        assertThat(meaning.of(body.append("return c; }").toString())).isEqualTo(Optional.empty());
    }
}
