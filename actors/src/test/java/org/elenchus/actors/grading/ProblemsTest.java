package org.elenchus.actors.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.testing.FakeRepository;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.TextEdit;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problem problem = Problems.of(Calculator.TASK, Calculator.REPOSITORY);

    @Test
    void a_solver_sees_the_broken_state_and_its_symptoms() {
        assertThat(problem.workspace().source(Calculator.PATH)).isEqualTo(Calculator.BROKEN);
        assertThat(problem.workspace().source(Calculator.OTHER)).isEqualTo("class Printer {}\n");
        assertThat(problem.workspace().files()).containsExactly(Calculator.PATH, Calculator.OTHER);
        assertThat(problem.workspace().broken().files()).containsOnlyKeys(Calculator.PATH);
        assertThat(problem.failing())
                .extracting(TestRun::test)
                .extracting(TestId::toString)
                .containsExactly(Calculator.ADDS, Calculator.MULTIPLIES);
        assertThat(problem.observed()).isEqualTo(Calculator.TASK.observed());
    }

    @Test
    void nothing_a_solver_can_ask_for_shows_the_original_text() {
        Problem.Workspace workspace = problem.workspace();
        String everything = workspace.files().stream().map(workspace::source).toList()
                + workspace.broken().toString()
                + problem;
        assertThat(everything).doesNotContain("a + b").doesNotContain("a * b");
    }

    @Test
    void lines_are_those_of_the_broken_text() {
        // line 3 is untouched in place
        assertThat(reaching(problem, 3)).containsExactly(Calculator.ADDS);
        assertThat(reaching(problem, 99)).isEmpty();
        assertThat(reaching(problem, 0)).isEmpty();
    }

    @Test
    void a_task_of_another_snapshot_is_refused() {
        FakeRepository other =
                FakeRepository.named("maven:org.example:other:1.0").build();
        assertThatThrownBy(() -> Problems.of(Calculator.TASK, other)).hasMessageContaining("another snapshot");
    }

    @Test
    void a_line_map_follows_lines_that_were_added_and_removed() {
        String original = "one\ntwo\nthree\nfour\nfive\n";
        // a line goes, two come, a word changes
        List<TextEdit> edits = List.of(
                new TextEdit("F.java", original.indexOf("two\n"), "two\n", ""),
                new TextEdit("F.java", original.indexOf("four"), "", "new\nnewer\n"),
                new TextEdit("F.java", original.indexOf("five"), "five", "5"));
        String edited = "one\nthree\nnew\nnewer\nfour\n5\n";
        LineMap map = new LineMap(original, edited, edits);
        assertThat(map.originalOf(1)).as("one").isEqualTo(new LineMap.Span(1, 1));
        assertThat(map.originalOf(2))
                .as("three, and what was removed before it")
                .isEqualTo(new LineMap.Span(2, 3));
        assertThat(map.originalOf(3)).as("new").isEqualTo(new LineMap.Span(4, 4));
        assertThat(map.originalOf(4)).as("newer").isEqualTo(new LineMap.Span(4, 4));
        assertThat(map.originalOf(5)).as("four").isEqualTo(new LineMap.Span(4, 4));
        assertThat(map.originalOf(6)).as("5").isEqualTo(new LineMap.Span(5, 5));
        assertThat(map.originalOf(9)).isEqualTo(LineMap.Span.NONE);
    }

    private static List<String> reaching(Problem problem, int line) {
        return problem.workspace().testsReaching(Calculator.PATH, line).stream()
                .map(TestId::toString)
                .toList();
    }
}
