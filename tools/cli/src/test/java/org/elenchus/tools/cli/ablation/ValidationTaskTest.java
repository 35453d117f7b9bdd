package org.elenchus.tools.cli.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.elenchus.protocol.Digest;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class ValidationTaskTest {
    private static RunHistory run(Pool... pools) {
        return RunHistory.of(Samples.planted(Samples.finishedRun(), pools)).orElseThrow();
    }

    @Test
    void tasks_of_no_other_pool_are_touched_nor_those_the_run_never_rolled_out() throws Exception {
        String id = Samples.plantedTask(Pool.VALIDATION, 0);

        assertThat(ValidationTask.of(run(Pool.TEST, Pool.VALIDATION, Pool.TRAIN)))
                .containsExactly(new ValidationTask(id, Digest.of("task " + id)));
    }

    @Test
    void a_run_that_has_not_rolled_out_its_validation_tasks_is_refused_with_a_remedy() {
        RunHistory early = run(Pool.TEST);

        assertThatThrownBy(() -> ValidationTask.of(early))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("elenchus evolve");
    }
}
