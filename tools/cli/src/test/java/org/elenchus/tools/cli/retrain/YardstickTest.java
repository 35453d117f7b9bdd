package org.elenchus.tools.cli.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.elenchus.tools.cli.retrain.Rollouts.group;
import static org.elenchus.tools.cli.retrain.Rollouts.kept;
import static org.elenchus.tools.cli.retrain.Rollouts.ref;
import static org.elenchus.tools.cli.retrain.Rollouts.solved;
import static org.elenchus.tools.cli.retrain.Rollouts.takenBack;
import static org.elenchus.tools.cli.retrain.Rollouts.unsolved;

import java.util.List;
import org.assertj.core.data.Offset;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.retrain.Yardstick.Measure;
import org.junit.jupiter.api.Test;

class YardstickTest {
    private static final Offset<Double> NEAR = within(1e-12);

    /** π(place 0) = 3/4, π(edit 0) = 1/2. */
    private static final Policy POLICY = new Policy(new double[] {StrictMath.log(3), 0, 0, 0});

    private final MendBook book = new MendBook();

    private Measure measured(Integer... budgets) {
        return book.yardstick().of(POLICY, List.of(budgets));
    }

    @Test
    void edits_that_mend_a_task_are_summed_up_each_once() {
        book.add(ref("a", "t"), group(solved(kept(0, 0)), solved(takenBack(1, 0), kept(1, 1))));
        book.add(ref("b", "t"), group(solved(kept(0, 0))));

        // 3/4 · 1/2 + 1/4 · 1/2
        Measure measure = measured(1, 2);

        assertThat(measure.logLikelihood()).isCloseTo(StrictMath.log(0.5), NEAR);
        assertThat(measure.solved().get(0)).isCloseTo(0.5, NEAR);
        assertThat(measure.solved().get(1)).isCloseTo(0.75, NEAR);
    }

    @Test
    void a_task_never_mended_counts_0_and_has_no_log() {
        book.add(ref("a", "t"), group(solved(kept(0, 0))));
        book.add(ref("b", "u"), group(unsolved(kept(0, 0), takenBack(1, 0))));
        book.met(ref("c", "v"));

        Measure measure = measured(1);

        assertThat(book.yardstick().tasks()).hasSize(3);
        assertThat(book.yardstick().mended()).isEqualTo(1);
        assertThat(measure.logLikelihood()).isCloseTo(StrictMath.log(0.375), NEAR);
        assertThat(measure.solved().get(0)).isCloseTo(0.375 / 3, NEAR);
    }

    @Test
    void where_two_edits_were_kept_neither_mends_the_task_by_itself() {
        book.add(ref("a", "t"), group(solved(kept(0, 0), kept(1, 1))));

        assertThat(book.yardstick().mended()).isZero();
        assertThatThrownBy(() -> measured(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_id_with_two_artifacts_is_two_tasks() {
        GroupRef other = new GroupRef("b", "t", Digest.of("another seed's"), Digest.of("b"), 2, 1);
        book.add(ref("a", "t"), group(solved(kept(0, 0))));
        book.add(other, group(solved(kept(1, 0))));

        assertThat(book.yardstick().mended()).isEqualTo(2);
        assertThat(measured(1).solved().get(0)).isCloseTo((0.375 + 0.125) / 2, NEAR);
    }

    @Test
    void rows_of_different_choice_sets_are_not_added_up() {
        book.add(ref("a", "t"), group(solved(kept(0, 0))));
        book.add(ref("b", "t"), group(new int[][] {{1}, {1}, {0}}, solved(kept(0, 0))));

        // 3/4 · 1/2 seen one way, 1/5 · 1/2 the other
        assertThat(measured(1).solved().get(0)).isCloseTo((0.375 + 0.1) / 2, NEAR);
        assertThat(book.yardstick().mended()).isEqualTo(1);
    }
}
