package org.elenchus.tools.mining.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileDiffTest {
    private static final String OLDER = """
            package org.x;

            import java.util.List;

            /** Old words. */
            class A {
                private int limit = 3;

                int f(int a) {
                    if (a > limit) {
                        return a;
                    }
                    return -a;
                }

                int g(int a) {
                    return a + 1;
                }
            }
            """;

    private static FileDiff to(String newer) {
        return FileDiff.of("org/x/A.java", newer, OLDER).orElseThrow();
    }

    @Test
    void comments_white_space_imports_and_line_breaks_are_no_changes() {
        String newer = OLDER.replace("Old words", "New words")
                .replace("import java.util.List;", "import java.util.Set;")
                .replace("return a + 1;", "// one more\n        return a\n            + 1;")
                .replace("    int f", "  int  f");

        assertThat(to(newer).isEmpty()).isTrue();
    }

    @Test
    void a_changed_line_is_found_in_its_member_with_the_lines_of_both_releases() {
        FileDiff diff = to(OLDER.replace("class A {", "class A {\n\n").replace("a > limit", "a >= limit"));

        assertThat(diff.changes()).containsOnlyKeys("A.f(int)");
        Change change = diff.changes().get("A.f(int)").getFirst();
        assertThat(change.member().symbol()).isEqualTo("A.f");
        assertThat(change.splice()).isEqualTo(new Splice(new LineRange(12, 1), new LineRange(10, 1)));
        assertThat(diff.newer().lines().of(change.splice().newer())).isEqualTo("        if (a >= limit) {\n");
        assertThat(diff.older().lines().of(change.splice().older())).isEqualTo("        if (a > limit) {\n");
    }

    @Test
    void added_lines_give_way_to_nothing_and_removed_lines_take_the_place_of_nothing() {
        FileDiff added = to(OLDER.replace("return a + 1;", "a++;\n        return a + 1;"));
        assertThat(added.changes().get("A.g(int)"))
                .extracting(Change::splice)
                .containsExactly(new Splice(new LineRange(17, 1), new LineRange(17, 0)));

        FileDiff removed =
                to(OLDER.replace("            if (a > limit) {\n                return a;\n            }\n", "")
                        .replace("        if (a > limit) {\n            return a;\n        }\n", ""));
        assertThat(removed.changes().get("A.f(int)"))
                .extracting(Change::splice)
                .containsExactly(new Splice(new LineRange(10, 0), new LineRange(10, 3)));
    }

    @Test
    void changes_are_told_apart_by_member_and_place() {
        FileDiff diff = to(OLDER.replace("limit = 3", "limit = 4")
                .replace("return a;", "return a * 2;")
                .replace("return -a;", "return 0;"));

        assertThat(diff.changes().keySet()).containsExactly("A.limit", "A.f(int)");
        assertThat(diff.changes().get("A.f(int)")).hasSize(2);
        assertThat(diff.all()).hasSize(3);
    }

    @Test
    void a_member_whose_borders_changed_is_taken_whole() {
        FileDiff diff = to(OLDER.replace("    int g(int a) {", "    @Deprecated\n    int g(int a) {"));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.wholes().get("A.g(int)").splice())
                .isEqualTo(new Splice(LineRange.between(16, 19), LineRange.between(16, 18)));
        assertThat(diff.all()).hasSize(1);
    }

    @Test
    void members_that_only_one_release_has_are_no_change_of_their_own() {
        FileDiff diff = to(OLDER.replace("int g(int a)", "int h(long a)"));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.gone()).extracting(Member::key).isEqualTo(List.of("A.g(int)"));
    }

    @Test
    void what_is_not_java_has_no_diff() {
        assertThat(FileDiff.of("org/x/A.java", "class {", OLDER)).isEmpty();
        assertThat(FileDiff.of("org/x/A.java", OLDER, "class {")).isEmpty();
    }
}
