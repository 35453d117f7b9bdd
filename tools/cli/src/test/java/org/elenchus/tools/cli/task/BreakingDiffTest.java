package org.elenchus.tools.cli.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakingDiffTest {
    private static final String UNIX = "class A {\n  int f(int x) {\n    return x + 1;\n  }\n}\n";
    private static final String DOS = "class B {\r\n  // -- comment\r\n  int g = 1;\r\n}";

    @TempDir
    Path root;

    private SnapshotLayout layout;

    @BeforeEach
    void write() throws Exception {
        layout = new SnapshotLayout(root);
        Files.createDirectories(layout.mainSources().resolve("p"));
        Files.writeString(layout.mainSources().resolve("p/A.java"), UNIX);
        Files.writeString(layout.mainSources().resolve("p/B.java"), DOS);
    }

    @Test
    void git_applies_it_to_the_prepared_sources() throws Exception {
        assumeTrue(runs("git", "--version"), "git is not here");
        assertApplies("git", "apply", "-p1");
    }

    @Test
    void patch_applies_it_to_the_prepared_sources() throws Exception {
        assumeTrue(runs("patch", "--version"), "patch is not here");
        assertApplies("patch", "--binary", "-p1", "-i");
    }

    private void assertApplies(String... command) throws Exception {
        Patch breaking = new Patch(List.of(
                new TextEdit("p/A.java", UNIX.indexOf("x + 1"), "x + 1", "x - 1"),
                new TextEdit("p/B.java", DOS.indexOf("}"), "}", "  int h;\r\n}"),
                new TextEdit("p/B.java", DOS.indexOf("// --"), "// --", "--")));
        Path diff = Files.writeString(root.resolve("broken.diff"), BreakingDiff.of(breaking, layout));

        String[] whole = java.util.Arrays.copyOf(command, command.length + 1);
        whole[command.length] = diff.toString();
        assertThat(runs(whole)).as(Files.readString(diff)).isTrue();

        assertThat(text("p/A.java")).isEqualTo(UNIX.replace("x + 1", "x - 1"));
        assertThat(text("p/B.java")).isEqualTo(DOS.replace("// --", "--").replace("}", "  int h;\r\n}"));
    }

    @Test
    void other_sources_than_the_patch_was_made_for_are_refused() {
        Patch foreign = new Patch(List.of(new TextEdit("p/A.java", 0, "interface", "class")));

        assertThatThrownBy(() -> BreakingDiff.of(foreign, layout)).isInstanceOf(Patch.DoesNotApply.class);
    }

    @Test
    void no_change_is_no_diff() {
        assertThat(UnifiedDiff.of("p/A.java", UNIX, UNIX)).isEmpty();
    }

    private String text(String path) throws Exception {
        return Files.readString(layout.mainSources().resolve(path), StandardCharsets.UTF_8);
    }

    private boolean runs(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (java.io.IOException absent) {
            return false;
        }
    }
}
