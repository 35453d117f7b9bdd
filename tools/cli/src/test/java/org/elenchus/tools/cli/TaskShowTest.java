package org.elenchus.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.elenchus.persistence.ArtifactStore;
import org.elenchus.persistence.DataPaths;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.run.EvolutionRunProtocol.VerdictReceived;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.task.Verifier;
import org.elenchus.tools.cli.testing.JournalFile;
import org.elenchus.tools.cli.testing.Samples;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task whose artifact and prepared sources are there. */
class TaskShowTest {
    private static final String SOURCE = "class A {\n  int f(int x) {\n    return x + 1;\n  }\n}\n";
    private static final Digest SNAPSHOT = Digest.of("snapshot");
    private static final String DIFF = """
        --- a/src/main/java/p/A.java
        +++ b/src/main/java/p/A.java
        @@ -1,5 +1,5 @@
         class A {
           int f(int x) {
        -    return x + 1;
        +    return x - 1;
           }
         }
        """;

    @TempDir
    Path folder;

    private SnapshotLayout layout;
    private Path source;

    @BeforeEach
    void write() throws Exception {
        DataPaths paths = DataPaths.of(folder);
        ArtifactStore artifacts = ArtifactStore.in(paths.artifacts());
        VerdictReceived judged = new VerdictReceived(
                "judge/1",
                new Verdict.Valid(
                        Samples.TASK, artifacts.put(task()), 1, 0, artifacts.put(Map.of("seen", "a failure"))));
        JournalFile.write(folder, Samples.changed(Samples.finishedRun(), event -> isOfTask(event) ? judged : event));
        layout = SnapshotLayout.of(paths.repositories(), SNAPSHOT);
        source = layout.mainSources().resolve("p/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, SOURCE);
    }

    private static boolean isOfTask(JournaledEvent event) {
        return event instanceof VerdictReceived received
                && received.verdict().candidate().equals(Samples.TASK);
    }

    private static Task task() {
        TestId test = TestId.parse("p.ATest#adds");
        Failure failure = new Failure("java.lang.AssertionError", "expected 2", List.of());
        return new Task(
                Samples.TASK,
                Pool.TRAIN,
                Samples.TRAIN,
                SNAPSHOT,
                Samples.SKILL,
                new Patch(List.of(new TextEdit("p/A.java", SOURCE.indexOf("x + 1"), "x + 1", "x - 1"))),
                List.of(new Mutation("plus-to-minus", "return", "p/A.java", 3, "A.f")),
                "Sums come out wrong.",
                new Verifier(List.of(new TestRun(test, 100)), List.of()),
                List.of(new TestResult(test, new TestOutcome.Failed(failure), 0, List.of())));
    }

    private Typed show(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "tasks";
        words[1] = "show";
        words[2] = Samples.TASK;
        System.arraycopy(options, 0, words, 3, options.length);
        return Typed.in(folder, words);
    }

    private static void assertRefused(Typed typed, String... said) {
        assertThat(typed.err()).startsWith("elenchus: ").contains(said).hasLineCount(1);
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void the_diff_alone_is_printed() {
        Typed typed = show("--patch", "-");

        assertThat(typed.out()).isEqualTo(DIFF);
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void the_diff_is_written_to_a_file_and_it_is_said_where_it_is_applied() throws Exception {
        Path file = folder.resolve("broken.diff");

        Typed typed = show("--patch", file.toString());

        assertThat(file).hasContent(DIFF);
        assertThat(typed.out()).contains("apply " + file + " with 'patch -p1'", "in a copy of " + layout.root());
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void a_task_is_shown_with_statement_tests_and_diff_by_the_beginning_of_its_digest() {
        Typed typed =
                Typed.in(folder, "tasks", "show", ProtocolJson.digest(task()).brief());

        assertThat(typed.out())
                .startsWith(Samples.TASK + ": admitted in 1\n")
                .contains("statement:\n  Sums come out wrong.\n", "FAIL_TO_PASS (1):\n  p.ATest#adds\n")
                .contains("observed: p.ATest#adds: java.lang.AssertionError: expected 2", "PASS_TO_PASS (0):")
                .contains("plus-to-minus at p/A.java:3 in A.f", "prepared sources: " + layout.root())
                .endsWith("\n\n" + DIFF);
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void what_the_gates_saw_is_told_when_it_is_asked_for() throws Exception {
        JsonNode asked =
                ProtocolJson.mapper().readTree(show("--json", "--evidence").out());
        assertThat(asked.at("/evidence/seen").asText()).isEqualTo("a failure");
        assertThat(asked.at("/task/statement").asText()).isEqualTo("Sums come out wrong.");

        JsonNode unasked = ProtocolJson.mapper().readTree(show("--json").out());
        assertThat(unasked.has("evidence")).isFalse();
        assertThat(unasked.has("task")).isTrue();
    }

    @Test
    void a_task_whose_sources_are_gone_is_refused_and_no_file_is_left() throws Exception {
        Files.delete(source);
        Path file = folder.resolve("broken.diff");
        String gone = "the prepared sources of " + Samples.TRAIN + " are not in " + layout.root();

        assertRefused(show("--patch", "-"), gone, "elenchus evolve", "--data");
        assertRefused(show("--patch", file.toString()), gone);
        assertRefused(show(), gone);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_task_whose_sources_were_changed_is_refused_with_a_remedy() throws Exception {
        Files.writeString(source, "// " + SOURCE);

        assertRefused(
                show("--patch", "-"),
                "the prepared sources in " + layout.root() + " were changed (text to remove not found at offset",
                "delete that folder",
                "elenchus evolve");

        Files.write(source, new byte[] {(byte) 0xE9});
        assertRefused(show("--patch", "-"), "the prepared sources in " + layout.root() + " were changed");
    }
}
