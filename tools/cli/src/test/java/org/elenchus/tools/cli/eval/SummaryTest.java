package org.elenchus.tools.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.cli.eval.dataset.PosedTask.Grade;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final DrawKey KEY = DrawKey.of(1, "test");

    /** @param solvedAt of each attempt; 0 for one that found nothing */
    private static TaskReport.Scored task(String id, Grade grade, boolean canTell, int... solvedAt) {
        List<Attempt> attempts = new ArrayList<>();
        for (int at : solvedAt) {
            attempts.add(
                    at == 0
                            ? new Attempt(Grade.NOT_PLAUSIBLE, SmallTask.patch(2), OptionalInt.empty(), 100, 17)
                            : new Attempt(grade, SmallTask.patch(5), OptionalInt.of(at), at, 1));
        }
        return new TaskReport.Scored(id, 1, canTell ? 1 : 0, canTell, attempts, 1);
    }

    private final Summary summary = Summary.of(
            List.of(
                    task("a", Grade.CORRECT, true, 2, 20, 0, 0),
                    task("b", Grade.WRONG, true, 5, 5, 5, 5),
                    task("c", Grade.PLAUSIBLE, false, 30, 0, 0, 0),
                    new TaskReport.Invalid("d", "no test fails"),
                    new TaskReport.Undecided("e", "no space left")),
            List.of(1, 2),
            List.of(1, 10, 100),
            Map.of(),
            KEY);

    @Test
    void the_curve_counts_what_was_found_within_each_budget() {
        assertThat(summary.curve())
                .extracting(point -> point.plausible().solved())
                .containsExactly(0, 5, 7);
        assertThat(summary.curve())
                .extracting(point -> point.plausible().total())
                .containsOnly(12);
        assertThat(summary.curve())
                .as("only of tasks of which it can be told")
                .extracting(point ->
                        point.correct().solved() + "/" + point.correct().total())
                .containsExactly("0/8", "1/8", "2/8");
    }

    @Test
    void pass_at_k_is_the_mean_over_tasks() {
        assertThat(summary.passAt().get(0).plausible().orElseThrow().value())
                .isCloseTo((0.5 + 1 + 0.25) / 3, within(1e-12));
        assertThat(summary.passAt().get(0).correct().orElseThrow().value()).isCloseTo(0.25, within(1e-12));
        assertThat(summary.passAt().get(1).correct().orElseThrow().value())
                .as("one of the six pairs of the first task's attempts holds no correct one")
                .isCloseTo(5.0 / 6 / 2, within(1e-12));
    }

    @Test
    void each_task_has_one_standing() {
        assertThat(summary.reports())
                .extracting(report -> report.standing().word())
                .containsExactly("correct", "wrong", "plausible", "invalid", "undecided");
        String text = EvalText.of("untrained", summary);
        assertThat(text)
                .contains("5 tasks: 1 correct, 1 plausible, 1 plausible but wrong, 0 unsolved, 1 invalid, 1 undecided")
                .contains("invalid: d: no test fails", "undecided: e: no space left");
    }

    @Test
    void without_a_task_that_was_attempted_there_are_no_rates() {
        Summary none = Summary.of(
                List.of(new TaskReport.Invalid("d", "no test fails")), List.of(1), List.of(1), Map.of(), KEY);

        assertThat(none.passAt().get(0).plausible()).isEmpty();
        assertThat(EvalText.of("untrained", none)).doesNotContain("pass@k");
    }

    @Test
    void tasks_are_told_apart_by_the_pool_that_held_their_library() throws Exception {
        Summary split = Summary.of(
                summary.reports(),
                List.of(1),
                List.of(10, 100),
                Map.of(
                        "a",
                        Optional.empty(),
                        "b",
                        Optional.of(Pool.TRAIN),
                        "c",
                        Optional.empty(),
                        "d",
                        Optional.of(Pool.TEST)),
                KEY);

        assertThat(split.shares())
                .as("what could not be scored is in none")
                .extracting(Summary.Share::tasks)
                .containsExactly(List.of("b"), List.of("a", "c"));
        assertThat(split.shares())
                .extracting(share -> share.curve().get(1).plausible().solved())
                .containsExactly(4, 3);
        assertThat(EvalText.of("run-1@3", split)
                        .lines()
                        .map(line -> line.split(" {2,}"))
                        .filter(cells -> cells.length > 3))
                .anySatisfy(cells -> assertThat(cells).startsWith("trained on", "1", "1.000 4/4 [1.000 1.000]"))
                .anySatisfy(cells -> assertThat(cells).startsWith("in no pool", "2", "0.125 1/8 [0.000 0.250]"));
        assertThat(EvalText.of("untrained", summary)).doesNotContain("its libraries");
    }
}
