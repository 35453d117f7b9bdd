package org.elenchus.tools.mining.history.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.elenchus.protocol.task.Patch;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.junit.jupiter.api.Test;

class ReversalTest {
    private static final String PATH = "org/x/A.java";

    private static final String NEWER = """
            package org.x;

            class A {
                int f(int a) {
                    if (a < 0) {
                        return 0;
                    }
                    return a + 1;
                }

                int g(int a) {
                    return a;
                }
            }
            """;

    private static FileDiff from(String older) {
        return FileDiff.of(PATH, NEWER, older).orElseThrow();
    }

    private static String broken(Reversal reversal, String newer) throws Patch.DoesNotApply {
        return reversal.patch().applyTo(Map.of(PATH, newer)).get(PATH);
    }

    @Test
    void taking_everything_back_gives_the_older_text() throws Exception {
        String older = NEWER.replace("        if (a < 0) {\n            return 0;\n        }\n", "")
                .replace("return a + 1;", "return a - 1;")
                .replace("        return a;\n", "        int b = a;\n        return b;\n");
        FileDiff diff = from(older);

        assertThat(broken(Reversal.of(diff, diff.all()), NEWER)).isEqualTo(older);
    }

    @Test
    void the_level_tells_how_much_is_taken_back() {
        FileDiff diff = from(NEWER.replace("a < 0", "a <= 0")
                .replace("return a + 1;", "return a;")
                .replace("        return a;\n    }\n}", "        return 1;\n    }\n}"));

        assertThat(Reversal.of(diff, diff.all().subList(0, 1)).level()).isEqualTo(Level.STATEMENT);
        assertThat(Reversal.of(diff, diff.all().subList(0, 2)).level()).isEqualTo(Level.METHOD);
        assertThat(Reversal.of(diff, diff.all()).level()).isEqualTo(Level.FILE);
    }

    @Test
    void a_member_taken_back_whole_is_of_the_level_of_methods() {
        FileDiff diff = from(NEWER.replace("    int g(int a) {", "    @Deprecated\n    int g(int a) {"));

        assertThat(Reversal.of(diff, List.copyOf(diff.wholes().values())).level())
                .isEqualTo(Level.METHOD);
    }

    @Test
    void gone_members_and_imports_come_back_where_the_older_lines_name_them_and_only_there() throws Exception {
        String older = NEWER.replace(
                        "package org.x;\n", "package org.x;\n\nimport java.util.List;\nimport java.util.Map;\n")
                .replace("return a + 1;", "return plus(List.of(a));")
                .replace(
                        "    int g(",
                        "    private int plus(List<Integer> a) {\n        return one(a.get(0));\n    }\n\n"
                                + "    private int one(int a) {\n        return a + 2;\n    }\n\n"
                                + "    private int unused(int a) {\n        return a;\n    }\n\n    int g(");
        FileDiff diff = from(older);
        Reversal reversal = Reversal.of(diff, diff.all());

        assertThat(reversal.support()).hasSize(3);
        assertThat(broken(reversal, NEWER))
                .contains("import java.util.List;", "plus(List.of(a))", "int plus(List<Integer> a)", "int one(int a)")
                .doesNotContain("import java.util.Map;", "unused")
                .endsWith("    }\n}\n");
    }

    @Test
    void line_ends_of_the_newer_text_are_kept() throws Exception {
        String windows = NEWER.replace("\n", "\r\n");
        String older = NEWER.replace("a < 0", "a <= 0");
        FileDiff diff = FileDiff.of(PATH, windows, older).orElseThrow();

        assertThat(broken(Reversal.of(diff, diff.all()), windows)).isEqualTo(older.replace("\n", "\r\n"));
    }
}
