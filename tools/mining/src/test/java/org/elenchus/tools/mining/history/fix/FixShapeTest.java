package org.elenchus.tools.mining.history.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.elenchus.tools.mining.history.diff.FileDiff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixShapeTest {
    private static String source(String body) {
        return "class A {\n    static int K = 0;\n    Object f(String a, int b) throws Exception {\n        "
                + body.replace("; ", ";\n        ").replace("{ ", "{\n        ").replace("} ", "}\n        ")
                + "\n    }\n}\n";
    }

    /** The category of the change from the first body to the second. */
    @ParameterizedTest(name = "{2}: {0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "return a.trim();                         | return a.strip();                                    | CALL",
                "String c = a; return c;                  | String c = Objects.requireNonNull(a); return c;      | CALL",
                "return Arrays.asList(a);                 | return new ArrayList<>(Arrays.asList(a));            | CALL",
                "g(a, b); return a;                       | g(a, K); return a;                                   | CALL",
                "return a;                                | if (b < 0) { return null; } return a;                | GUARD_ADDED",
                "a.notify(); return a;                    | if (b < 0) { a.notify(); } return a;                 | GUARD_ADDED",
                "if (b < 0) { return null; } return a;    | return a;                                            | GUARD_REMOVED",
                "g(); return a;                           | g(); h(); return a;                                  | STATEMENT",
                "g(); h(); return a;                      | g(); return a;                                       | STATEMENT",
                "g(); h(); i(); return a;                 | h(); g(); i(); return a;                             | STATEMENT",
                "if (b < K) { g(); } return a;            | if (b < K && a != null) { g(); } return a;           | CONDITION",
                "while (b < K) { g(); } return a;         | while (g()) { g(); } return a;                       | CONDITION",
                "return b == K;                           | return b != K;                                       | CONDITION",
                "return a;                                | return null;                                         | CONDITION",
                "throw new IllegalArgumentException(a);   | throw new IllegalStateException(a);                  | EXCEPTION",
                "try { g(); } catch (IOException e) { }   | try { g(); } catch (Exception e) { }                 | EXCEPTION",
                "if (b < 3) { g(); } return a;            | if (b <= 3) { g(); } return a;                       | LITERAL",
                "g(1); return a;                          | g(-2); return a;                                     | LITERAL",
                "return \"x\";                            | return \"y\";                                        | LITERAL",
                "return a;      | g(1); h(2); i(3); g(4); h(5); i(6); g(7); h(8); i(9); return a;                | RESTRUCTURING",
                "g(); h(); return a; | if (b > 0) { return i(a); } for (int c = 0; c < b; c++) { k(c); } return k(a); | RESTRUCTURING"
            })
    void a_fix_is_told_by_its_shape(String before, String after, Category category) {
        FileDiff diff = FileDiff.of("A.java", source(after), source(before)).orElseThrow();

        assertThat(FixShape.of(Reversal.of(diff, diff.all()))).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int K = 0            | int K = 1                        | LITERAL",
                "int[] K = {1, 3}     | int[] K = {1, 2, 3}              | LITERAL",
                "int K = 0            | int K = Integer.parseInt(\"0\")  | CALL"
            })
    void a_field_is_told_by_its_initialiser(String before, String after, Category category) {
        String older = source("return a;").replace("int K = 0", before);
        FileDiff diff =
                FileDiff.of("A.java", older.replace(before, after), older).orElseThrow();

        assertThat(FixShape.of(Reversal.of(diff, diff.all()))).isEqualTo(category);
    }
}
