package org.elenchus.tools.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.elenchus.tools.cli.check.DiffFile.Change;
import org.elenchus.tools.cli.check.DiffFile.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffFileTest {
    private static String diff(String path) {
        return "--- a/" + path + "\n+++ b/" + path + "\n@@ -1 +1 @@\n-old\n+new\n";
    }

    @Test
    void files_hunks_and_lines_are_read() throws Exception {
        List<Change> changes = DiffFile.read("""
                diff --git a/x/a.py b/x/a.py
                index 1234567..89abcde 100644
                --- a/x/a.py
                +++ b/x/a.py
                @@ -1,3 +1,3 @@ def f():
                 one
                -two
                +2
                 three
                @@ -9,0 +10,2 @@
                +ten

                --- x/b.py\t2020-01-01
                +++ x/b.py\t2020-01-02
                @@ -1 +1 @@
                -last
                \\ No newline at end of file
                +LAST
                \\ No newline at end of file
                """.replace("+ten\n\n", "+ten\n+\n"));

        assertThat(changes).extracting(Change::path).containsExactly("x/a.py", "x/b.py");
        assertThat(changes.get(0).hunks()).extracting(DiffFile.Hunk::line).containsExactly(1, 10);
        assertThat(changes.get(0).hunks().get(0).lines())
                .extracting(DiffFile.Line::kind)
                .containsExactly(Kind.KEPT, Kind.REMOVED, Kind.ADDED, Kind.KEPT);
        assertThat(changes.get(1).hunks().get(0).lines())
                .extracting(DiffFile.Line::text)
                .containsExactly("last", "LAST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "x/../../etc/passwd",
                "/etc/passwd",
                ".git/hooks/post-checkout",
                "sub/.GIT/config",
                "x//y.py",
                "./x.py",
                "x\\..\\y.py"
            })
    void paths_that_lead_out_or_into_version_control_are_refused(String path) {
        assertThatThrownBy(() -> DiffFile.read(diff(path)))
                .isInstanceOf(PatchRefused.class)
                .hasMessageContaining("leads out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc/passwd\n",
                "--- /dev/null\n+++ b/x.py\n@@ -0,0 +1 @@\n+a\n",
                "--- a/x.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
                "diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n",
                "--- a/x.py\n+++ b/y.py\n@@ -1 +1 @@\n-a\n+b\n",
                "diff --git a/x b/x\nold mode 100644\nnew mode 100755\n",
                "diff --git a/l b/l\nindex 1234567..89abcde 120000\n--- a/l\n+++ b/l\n@@ -1 +1 @@\n-a\n+/etc/passwd\n",
                "GIT binary patch\nliteral 3\n",
                "",
                "just words\n",
                "--- a/x.py\n+++ b/x.py\n@@ -1,2 +1 @@\n-a\n",
                "--- a/x.py\n+++ b/x.py\n@@ nonsense @@\n-a\n+b\n",
                "--- a/x.py\n+++ b/x.py\n@@ -1 +1 @@\n*a\n"
            })
    void what_is_not_a_change_of_texts_is_refused(String diff) {
        assertThatThrownBy(() -> DiffFile.read(diff)).isInstanceOf(PatchRefused.class);
    }

    @Test
    void an_endless_diff_is_refused() {
        assertThatThrownBy(() -> DiffFile.read(diff("x.py") + " ".repeat(2 << 20)))
                .isInstanceOf(PatchRefused.class)
                .hasMessageContaining("larger");
    }
}
