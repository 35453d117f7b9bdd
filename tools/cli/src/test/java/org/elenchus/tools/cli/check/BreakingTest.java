package org.elenchus.tools.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.junit.jupiter.api.Test;

class BreakingTest {
    private static final String TEXT = "one\ntwo\nthree\nfour\nfive\ntwo\n";

    /** One file; each line has a test of its own. */
    private record OneFile(SourceRules rules, String path) implements PreparedRepository {
        @Override
        public RepositorySummary summary() {
            throw new AssertionError("not asked for");
        }

        @Override
        public SortedSet<String> files() {
            return new TreeSet<>(List.of(path));
        }

        @Override
        public String source(String asked) {
            return TEXT;
        }

        @Override
        public SortedSet<TestId> tests() {
            return new TreeSet<>(List.of(new TestId("all", "tests")));
        }

        @Override
        public SortedSet<TestId> testsReaching(String asked, int line) {
            return line >= 1 && line <= 6 ? new TreeSet<>(List.of(new TestId("line", "" + line))) : new TreeSet<>();
        }

        @Override
        public List<CoveredLines> coverage(TestId test) {
            return List.of();
        }

        @Override
        public TestRun budgeted(TestId test) {
            return new TestRun(test, 1);
        }
    }

    private static final PreparedRepository PYTHON =
            new OneFile(new SourceRules("python", "", List.of("x"), List.of(".py")), "x/a.py");
    private static final PreparedRepository JAVA = new OneFile(SourceRules.JAVA, "org/x/A.java");

    private static Breaking of(PreparedRepository repository, String path, String hunks) throws PatchRefused {
        return Breaking.of(DiffFile.read("--- a/" + path + "\n+++ b/" + path + "\n" + hunks), repository);
    }

    private static String applied(Breaking breaking, String path) throws Patch.DoesNotApply {
        return breaking.patch().applyTo(Map.of(path, TEXT)).get(path);
    }

    @Test
    void a_change_in_the_middle_is_one_edit_of_that_line() throws Exception {
        Breaking breaking = of(PYTHON, "x/a.py", "@@ -2,3 +2,3 @@\n two\n-three\n+3\n four\n");

        assertThat(breaking.patch().edits()).containsExactly(new TextEdit("x/a.py", 8, "three\n", "3\n"));
        assertThat(breaking.tests()).extracting(TestId::method).contains("3").doesNotContain("1", "6");
    }

    @Test
    void several_hunks_and_runs_of_lines_are_edits_of_their_own() throws Exception {
        Breaking breaking =
                of(PYTHON, "x/a.py", "@@ -1,3 +1,2 @@\n-one\n two\n-three\n+3\n@@ -6 +5,2 @@\n two\n+seven\n");

        assertThat(breaking.patch().edits()).hasSize(3);
        assertThat(applied(breaking, "x/a.py")).isEqualTo("two\n3\nfour\nfive\ntwo\nseven\n");
    }

    @Test
    void an_insertion_without_context_goes_after_the_line_that_is_named() throws Exception {
        Breaking breaking = of(PYTHON, "x/a.py", "@@ -1,0 +2 @@\n+one and a half\n");

        assertThat(applied(breaking, "x/a.py")).startsWith("one\none and a half\ntwo\n");
        assertThat(breaking.tests()).extracting(TestId::method).contains("1", "2");
    }

    @Test
    void a_path_below_the_main_source_root_is_found_by_either_name() throws Exception {
        String hunk = "@@ -1 +1 @@\n-one\n+1\n";

        assertThat(of(JAVA, "src/main/java/org/x/A.java", hunk).patch())
                .isEqualTo(of(JAVA, "org/x/A.java", hunk).patch());
    }

    @Test
    void miscounted_lines_are_found_where_their_text_occurs_once() throws Exception {
        Breaking breaking = of(PYTHON, "x/a.py", "@@ -1,2 +1,2 @@\n three\n-four\n+4\n");

        assertThat(applied(breaking, "x/a.py")).contains("three\n4\nfive\n");
    }

    @Test
    void a_text_that_occurs_twice_or_nowhere_does_not_apply() throws Exception {
        for (String hunk : List.of("@@ -4 +4 @@\n-two\n+2\n", "@@ -1 +1 @@\n-six\n+6\n", "@@ -99 +99 @@\n-x\n+y\n")) {
            Breaking breaking = of(PYTHON, "x/a.py", hunk);

            assertThatThrownBy(() -> applied(breaking, "x/a.py")).isInstanceOf(Patch.DoesNotApply.class);
        }
    }

    @Test
    void a_file_that_is_no_main_source_is_left_for_the_gates_to_name() throws Exception {
        Breaking breaking = of(PYTHON, "tests/test_a.py", "@@ -1 +1 @@\n-x\n+y\n");

        assertThat(breaking.patch().paths()).containsExactly("tests/test_a.py");
        assertThat(breaking.tests()).isNotEmpty();
    }
}
