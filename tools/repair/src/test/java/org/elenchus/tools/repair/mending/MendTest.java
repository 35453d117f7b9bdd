package org.elenchus.tools.repair.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.elenchus.tools.repair.Samples;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.Surroundings;
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
            wrap/static-call # String a(String w) { return w; } # String a(String w) { return java.util.regex.Pattern.quote(w); }
            wrap/call-suffix # String a(String w) { return w; } # String a(String w) { return w.toLowerCase(java.util.Locale.ROOT); }
            wrap/copy # List<String> a(String[] t) { return Arrays.asList(t); } # List<String> a(String[] t) { return new ArrayList<>(Arrays.asList(t)); }
            wrap/static-call # void a(String v) { this.separator = v; } # void a(String v) { this.separator = Objects.requireNonNull(v, "v"); }
            unwrap/call-suffix # void a(Thread t) { words.add(t.name()); } # void a(Thread t) { words.add(t); }
            insert-guard/range-check # StringBuilder a(StringBuilder out, int width) { out.append(width); return out; } # StringBuilder a(StringBuilder out, int width) { if (width <= 0) { return out; } out.append(width); return out; }
            insert-guard/around # void a(String w) { words.add(w); } # void a(String w) { if (w != null) { words.add(w); } }
            insert-guard/null-check # void a(String w) { try { words.add(w); } finally { limit++; } } # void a(String w) { if (w == null) { return; } try { words.add(w); } finally { limit++; } }
            insert-statement/field-from-parameter # void a(String separator) { words.add(separator); } # void a(String separator) { this.separator = separator; words.add(separator); }
            add-condition/or-null-check # void a(String w) { if (w.isEmpty()) { limit++; words.add(w); } } # void a(String w) { if (w == null || w.isEmpty()) { limit++; words.add(w); } }
            add-condition/or-null-check # boolean a(String w) { return w.isEmpty() || limit > 3; } # boolean a(String w) { return w.isEmpty() || w == null || limit > 3; }
            drop-condition/keep-right # void a(String w) { if (w != null && limit > 0) { limit++; words.add(w); } } # void a(String w) { if (limit > 0) { limit++; words.add(w); } }
            method/overload # void a(int i) { check(i); } void check(int i) {} void range(int i, String s) {} # void a(int i) { range(i, separator); } void check(int i) {} void range(int i, String s) {}
            ternary/null-check # void a(String w) { this.separator = w; } # void a(String w) { this.separator = w != null ? w : NONE; }
            ternary/conditional # String a(String w) { return w.trim(); } # String a(String w) { return w == null ? null : w.trim(); }
            exception/instead # void a(int i) { words.remove(i); } # void a(int i) { throw new UnsupportedOperationException("no"); }
            insert-statement/else # void a(String w) { if (w != null) { words.add(w); } } void b(String w) { words.remove(w); } # void a(String w) { if (w != null) { words.add(w); } else { words.remove(w); } } void b(String w) { words.remove(w); }
            wrap/repeated-call # String a(String w) { String v = w.replace("_", ""); return v + v; } # String a(String w) { String v = w.replace("_", "").replace(" ", ""); return v + v; }
            wrap/repeated-call # String a(StringBuilder b) { b.append("[").append(limit); return b.toString(); } # String a(StringBuilder b) { b.append("[").append(limit).append(']'); return b.toString(); }
            return-value/delegate # boolean a(String w) { if (w.isEmpty()) { return false; } return words.contains(w); } String check(String w) { return w; } # boolean a(String w) { return check(w) != null; } String check(String w) { return w; }
            return-value/delegate # int hash(int i) { return i + limit; } # int hash(int i) { return super.hash(i); }
            return-value/creation # List<String> a() { return words; } class View extends ArrayList<String> {} # List<String> a() { return new View(); } class View extends ArrayList<String> {}
            method/comparison # boolean a(Long v, long max) { return v.longValue() <= max; } # boolean a(Long v, long max) { return v.compareTo(Long.valueOf(max)) <= 0; }
            method/comparison # boolean a(Integer v, double max) { return v.doubleValue() <= max; } boolean under(Integer v, double max) { return true; } # boolean a(Integer v, double max) { return under(v, max); } boolean under(Integer v, double max) { return true; }
            ternary/conditional # boolean a(Integer v, double max) { return v.doubleValue() <= max; } int compareTo(Integer v, double d) { return 0; } # boolean a(Integer v, double max) { return Double.isFinite(max) ? compareTo(v, max) <= 0 : v.doubleValue() <= max; } int compareTo(Integer v, double d) { return 0; }
            ternary/conditional # int a(int sign, String v, String w) { return v.compareTo(w); } # int a(int sign, String v, String w) { return sign > 0 ? v.compareTo(w) : w.compareTo(v); }
            ternary/conditional # String a(java.util.regex.Matcher m) { return m.group(1); } # String a(java.util.regex.Matcher m) { final String group = m.group(1); return group != null ? group : ""; }
            add-condition/type-check # void a(Object v) { if (limit > 0) { limit++; words.clear(); } } # void a(Object v) { if (limit > 0 && !Long.class.isInstance(v)) { limit++; words.clear(); } }
            insert-guard/range-check # Object a(double d) { limit++; return d; } # Object a(double d) { if (d == Double.POSITIVE_INFINITY) { return Float.POSITIVE_INFINITY; } limit++; return d; }
            swap-arguments/adjacent # boolean a(int i, String w) { return b(w, i); } boolean b(Object w, Object i) { return true; } # boolean a(int i, String w) { return b(i, w); } boolean b(Object w, Object i) { return true; }
            variable/call-suffix # String a(String w, Object other) { return w.substring(2); } # String a(String w, Object other) { return other.toString().substring(2); }
            variable/to-parameter # void a(List<String> w, List<Integer> v) { w.clear(); } # void a(List<String> w, List<Integer> v) { v.clear(); }
            add-condition/twin # static final int SENT_FIRST = 1; static final int SENT_LAST = 2; void a(int i) { if (words.contains(i + SENT_FIRST)) { limit++; words.clear(); } } # static final int SENT_FIRST = 1; static final int SENT_LAST = 2; void a(int i) { if (words.contains(i + SENT_FIRST) && words.contains(i + SENT_LAST)) { limit++; words.clear(); } }
            string/character-class # boolean a(String w) { return w.matches("[a-z]+") || w.matches("\\\\p{Cc}"); } # boolean a(String w) { return w.matches("[a-z\\\\p{Cc}]+") || w.matches("\\\\p{Cc}"); }
            assignment/member-value # private int size; static final int SMALL = 3; # private int size = SMALL; static final int SMALL = 3;
            assignment/member-value # enum Kind { TALL() } # enum Kind { TALL("tall") }
            """)
    void an_edit_of_the_template_makes_it(String template, String before, String after) {
        Wanted wanted = new Wanted(Samples.parsed(FILE.formatted(before)), FILE.formatted(after));
        assertThat(Mend.meant(wanted, Surroundings.NONE))
                .extracting(f ->
                        f.edit().operator().label() + "/" + f.edit().variant().label())
                .contains(template);
        assertThat(reading(before, after).outcome()).isEqualTo(Mend.Outcome.ONE);
    }

    @Test
    void what_ancestors_and_neighbours_offer_is_at_hand() {
        String before = FILE.formatted("void a(String w, char c) { if (Character.isDigit(c)) { words.add(w); } }")
                .replace("class Words", "class Words extends Base");
        SourceFile file = Samples.parsed(before);
        Map<String, String> files = Map.of(
                "sample/Words.java", before,
                "sample/Base.java",
                        "package sample;\nclass Base {\n    static String trimmed(String text) {\n    }\n}\n",
                "sample/Texts.java",
                        "package sample;\nclass Texts {\n    static String clean(final String text) {\n    }\n}\n");
        Surroundings surroundings =
                Surroundings.of("sample/Words.java", before, new TreeSet<>(files.keySet()), files::get);

        assertThat(Mend.inOne(new Wanted(file, before.replace("words.add(w)", "words.add(trimmed(w))")), surroundings))
                .isNotEmpty();
        assertThat(Mend.inOne(
                        new Wanted(file, before.replace("words.add(w)", "words.add(Texts.clean(w))")), surroundings))
                .isNotEmpty();
        assertThat(Mend.inOne(
                        new Wanted(file, before.replace("words.add(w)", "words.add(Texts.clean(w))")),
                        Surroundings.NONE))
                .isEmpty();
    }

    @Test
    void the_same_is_asked_of_another_constant_of_the_package() {
        String before =
                FILE.formatted("static final String MAIL_FROM = \"a\"; void a(java.util.Map<String, String> m) {"
                        + " if (m.get(MAIL_FROM) == null) { limit++; words.clear(); } }");
        Surroundings surroundings = Surroundings.of(
                "sample/Words.java",
                before,
                new TreeSet<>(List.of("sample/Names.java")),
                path -> "package sample;\nclass Names {\n    public static final String SENT_FROM = \"b\";\n}\n");

        assertThat(Mend.inOne(
                        new Wanted(
                                Samples.parsed(before),
                                before.replace(
                                        "m.get(MAIL_FROM) == null",
                                        "m.get(MAIL_FROM) == null && m.get(Names.SENT_FROM) == null")),
                        surroundings))
                .isNotEmpty();
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
        assertThat(Mend.inOne(same, Surroundings.NONE))
                .extracting(f -> f.edit().inserted())
                .contains("<=");
        assertThat(Mend.inOne(other, Surroundings.NONE)).isEmpty();
        assertThat(List.of(same.near().size(), other.near().size())).doesNotContain(0);
    }
}
