package org.elenchus.tools.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.RewardVector;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private static final Digest ANY = Digest.of("any");

    private static Trace trace(int edits, boolean solved) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < edits; i++) {
            Choice choice = new Choice(0, 0, List.of(), 0.0);
            steps.add(new Step.Localise(choice, "A.java", 1, "call"));
            steps.add(new Step.Edit(choice, "negate", "call", new TextEdit("A.java", 0, "", "!")));
            steps.add(new Step.Compile(true, List.of()));
        }
        return new Trace("g/0", "t", steps, new RewardVector(solved ? 1 : 0, solved ? 1 : 0, 1));
    }

    @Test
    void a_rollout_counts_as_solved_within_a_budget_that_its_repair_was_in_and_in_no_smaller_one() {
        TraceGroup traces =
                new TraceGroup("g", ANY, ANY, List.of(trace(3, true), trace(1, true), trace(2, false)), List.of());

        TaskTries tries = TaskTries.of(traces);

        assertThat(tries.within(1).solved()).isEqualTo(1);
        assertThat(tries.within(2).solved()).isEqualTo(1);
        assertThat(tries.within(3).solved()).isEqualTo(2);
        assertThat(tries.within(1).total()).isEqualTo(3);
    }

    @Test
    void the_largest_budget_is_what_a_rollout_may_try_so_it_is_the_rate_that_the_run_reports() {
        assertThat(Budgets.of(Samples.SPEC))
                .endsWith(Samples.SPEC.edits())
                .allMatch(edits -> edits <= Samples.SPEC.edits())
                .doesNotHaveDuplicates();
    }
}
