package org.elenchus.tools.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.eval.dataset.PosedTask;
import org.elenchus.tools.cli.eval.dataset.PosedTask.Grade;
import org.junit.jupiter.api.Test;

class GradeTest {
    private final SmallTask.Counted sandbox = new SmallTask.Counted();

    private Grade grade(int number, int fixed, TestId... heldBack) throws Exception {
        return SmallTask.task(List.of(heldBack), fixed).grade(SmallTask.patch(number), sandbox);
    }

    @Test
    void a_patch_with_which_a_test_shown_fails_is_not_plausible() throws Exception {
        assertThat(grade(2, -1)).isEqualTo(Grade.NOT_PLAUSIBLE);
        assertThat(grade(9, -1)).as("a test that passed fails now").isEqualTo(Grade.NOT_PLAUSIBLE);
    }

    @Test
    void where_nothing_else_grades_a_patch_is_plausible() throws Exception {
        assertThat(grade(1, -1)).isEqualTo(Grade.PLAUSIBLE);
        assertThat(grade(1, 5)).as("another text than the reference's").isEqualTo(Grade.PLAUSIBLE);
    }

    @Test
    void the_references_tokens_are_correct_whatever_the_comments_say() throws Exception {
        assertThat(grade(5, 5)).isEqualTo(Grade.CORRECT);
    }

    @Test
    void held_back_tests_tell_right_from_wrong() throws Exception {
        assertThat(grade(5, -1, SmallTask.LARGE)).isEqualTo(Grade.CORRECT);
        assertThat(grade(1, -1, SmallTask.LARGE)).as("still fails").isEqualTo(Grade.WRONG);
        assertThat(grade(9, -1, SmallTask.SMALL)).as("passed before").isEqualTo(Grade.WRONG);
    }

    @Test
    void a_held_back_test_that_no_patch_can_change_proves_nothing() throws Exception {
        assertThat(grade(1, -1, SmallTask.AWAY)).isEqualTo(Grade.PLAUSIBLE);
    }

    @Test
    void held_back_tests_are_neither_shown_nor_run_before_a_patch_is_plausible() throws Exception {
        PosedTask task = SmallTask.task(List.of(SmallTask.SMALL), -1);
        assertThat(task.shown().problem().workspace().testsReaching(SmallTask.PATH, 1))
                .isEmpty();

        assertThat(task.grade(SmallTask.patch(2), sandbox)).isEqualTo(Grade.NOT_PLAUSIBLE);

        assertThat(sandbox.requests).hasSize(1);
        assertThat(sandbox.requests.get(0).tests())
                .extracting(run -> run.test())
                .containsExactly(SmallTask.ODD);
    }
}
