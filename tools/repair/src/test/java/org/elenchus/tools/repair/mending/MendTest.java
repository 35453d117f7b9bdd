package org.elenchus.tools.repair.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.elenchus.tools.repair.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixes in the shapes that real ones have. */
class MendTest {
    private static final String FILE = """
            package sample;

            import java.util.ArrayList;
            import java.util.Arrays;
            import java.util.List;
            import java.util.Objects;

            class Words {
                private static final String NONE = "none";
                private final List<String> words = new ArrayList<>();
                private String separator;
                private int limit;

                %s
            }
            """;

    /** A method before its fix and after it. */
    private static Mend.Reading reading(String before, String after) {
        return Mend.of(Map.of("Words.java", FILE.formatted(before)), Map.of("Words.java", FILE.formatted(after)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            wrap # String a(String w) { return w; } # String a(String w) { return java.util.regex.Pattern.quote(w); }
            wrap # List<String> a(String[] t) { return Arrays.asList(t); } # List<String> a(String[] t) { return new ArrayList<>(Arrays.asList(t)); }
            wrap # void a(String v) { this.separator = v; } # void a(String v) { this.separator = Objects.requireNonNull(v, "v"); }
            wrap # long a(int b, long c) { long d = b * b; return d; } # long a(int b, long c) { long d = (long) (b * b); return d; }
            unwrap # void a(Thread t) { words.add(t.name()); } # void a(Thread t) { words.add(t); }
            insert-guard # StringBuilder a(StringBuilder out, int width) { out.append(width); return out; } # StringBuilder a(StringBuilder out, int width) { if (width <= 0) { return out; } out.append(width); return out; }
            insert-guard # void a(String w) { words.add(w); } # void a(String w) { if (w != null) { words.add(w); } }
            insert-guard # void a(String w) { try { words.add(w); } finally { limit++; } } # void a(String w) { if (w == null) { return; } try { words.add(w); } finally { limit++; } }
            delete-guard # void a(String w) { if (w != null) { words.add(w); } } # void a(String w) { words.add(w); }
            exception # void a() { throw new IllegalStateException("a"); } # void a() { throw new java.util.NoSuchElementException("a"); }
            exception # void a() { throw new IllegalStateException("a"); } # void a() { throw new NumberFormatException("a"); }
            insert-statement # void a(String separator) { words.add(separator); } # void a(String separator) { this.separator = separator; words.add(separator); }
            reorder # void a(String w) { words.clear(); limit = 0; words.add(w); } # void a(String w) { limit = 0; words.add(w); words.clear(); }
            add-condition # void a(String w) { if (w.isEmpty()) { limit++; words.add(w); } } # void a(String w) { if (w == null || w.isEmpty()) { limit++; words.add(w); } }
            add-condition # boolean a(String w) { return w.isEmpty() || limit > 3; } # boolean a(String w) { return w.isEmpty() || w == null || limit > 3; }
            drop-condition # void a(String w) { if (w != null && limit > 0) { limit++; words.add(w); } } # void a(String w) { if (limit > 0) { limit++; words.add(w); } }
            method # String a(String w) { return w.toLowerCase(); } # String a(String w) { return w.toLowerCase(java.util.Locale.ROOT); }
            method # void a(int i) { check(i); } void check(int i) {} void range(int i, String s) {} # void a(int i) { range(i, separator); } void check(int i) {} void range(int i, String s) {}
            method # boolean a(String w) { return w == separator; } # boolean a(String w) { return Objects.equals(w, separator); }
            variable # void a(String w, String v) { words.add(w.trim()); } # void a(String w, String v) { words.add(v); }
            ternary # void a(String w) { this.separator = w; } # void a(String w) { this.separator = w != null ? w : NONE; }
            ternary # String a(String w) { return w.trim(); } # String a(String w) { return w == null ? null : w.trim(); }
            restore-condition # void a(int i) { if (i > 3) { limit++; words.clear(); } } # void a(int i) { if (i < 0) { limit++; words.clear(); } }
            delete-statement # void a(int i) { if (i > 3) { limit++; words.clear(); } limit--; } # void a(int i) { limit--; }
            """)
    void one_edit_makes_it(String operator, String before, String after) {
        Mend.Reading reading = reading(before, after);
        assertThat(reading.outcome()).as("%s", reading).isEqualTo(Mend.Outcome.ONE);
        assertThat(reading.operators()).containsExactly(operator);
    }

    @Test
    void two_edits_make_what_one_cannot() {
        Mend.Reading reading = reading(
                "void a(int i) { if (i > 3) { limit++; words.clear(); }\nwords.clear(); limit--; }",
                "void a(int i) { if (i >= 3) { limit++; words.clear(); }\nwords.clear(); limit++; }");
        assertThat(reading.outcome()).isEqualTo(Mend.Outcome.TWO);
        assertThat(reading.operators()).containsExactlyInAnyOrder("boundary", "assignment");
    }

    @Test
    void says_why_nothing_makes_it() {
        assertThat(reading("void a() { words.clear(); }", "void a() { words.add(\"unheard of\"); words.clear(); }")
                        .miss())
                .contains(Miss.NO_INGREDIENT);
        assertThat(reading("void a() { words.clear(); }", "void a() { " + "limit++; words.clear(); ".repeat(40) + "}")
                        .miss())
                .contains(Miss.TOO_LARGE);
        assertThat(reading(
                                "void a(int i) { words.clear(); }",
                                "void a(int i) { List<String> limit = new ArrayList<>(); words.clear(); }")
                        .miss())
                .contains(Miss.NO_TEMPLATE);
        assertThat(reading("void a( { }", "void a() { }").miss()).contains(Miss.DOES_NOT_PARSE);
    }

    @Test
    void a_text_is_reached_up_to_white_space_braces_and_parentheses_only() {
        String before = FILE.formatted("boolean a(int i) { return i < limit; }");
        Wanted same = new Wanted(
                Samples.parsed(before), FILE.formatted("boolean a(int i) {\n // always\n return (i) <= limit; }"));
        Wanted other = new Wanted(Samples.parsed(before), FILE.formatted("boolean a(int i) { return limit <= i; }"));
        assertThat(Mend.inOne(same)).extracting(f -> f.edit().inserted()).contains("<=");
        assertThat(Mend.inOne(other)).isEmpty();
        assertThat(List.of(same.near().size(), other.near().size())).doesNotContain(0);
    }
}
