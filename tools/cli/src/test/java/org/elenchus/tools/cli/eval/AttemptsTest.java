package org.elenchus.tools.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.cli.eval.dataset.PosedTask.Grade;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final SmallTask.Counted sandbox = new SmallTask.Counted();

    /** Tries numbers in a row, {@code edits} per rollout; the n-th try, from 0, is of the number the plan says. */
    private record Trying(IntUnaryOperator plan, List<Integer> tried) implements SolverAgent {
        @Override
        public PolicyWeights basePolicy() {
            return new PolicyWeights(Role.SOLVER, List.of(), new double[0]);
        }

        @Override
        public Rollouts attempt(Problem problem, Policy policy, int rollouts, int edits, DrawKey key, Sandbox sandbox)
                throws SandboxFault {
            List<List<Step>> traces = new ArrayList<>();
            for (int r = 0; r < rollouts; r++) {
                traces.add(rollout(problem, edits, sandbox));
            }
            return new Rollouts(traces, List.of());
        }

        private List<Step> rollout(Problem problem, int edits, Sandbox sandbox) throws SandboxFault {
            for (int e = 0; e < edits; e++) {
                int number = plan.applyAsInt(tried.size());
                tried.add(number);
                Overlay candidate = Overlay.of(java.util.Map.of(SmallTask.PATH, SmallTask.text(number)));
                Execution execution =
                        sandbox.execute(new ExecutionRequest(problem.snapshot(), candidate, problem.failing(), false));
                if (((Execution.TestsRan) execution)
                        .results().stream().allMatch(result -> result.outcome().passed())) {
                    return List.of(new Step.Test(1, 0, "1 of 1 pass", true), new Step.Submit(SmallTask.patch(number)));
                }
            }
            return List.of(new Step.Test(0, 1, "0 of 1 pass", false), new Step.Submit(Patch.EMPTY));
        }
    }

    private Attempt attempt(int budget, int edits, IntUnaryOperator plan) throws Exception {
        Attempts attempts =
                new Attempts(new Trying(plan, new ArrayList<>()), new Policy(new double[0]), 1, budget, edits);
        return attempts.at(SmallTask.task(List.of(SmallTask.LARGE), -1), DrawKey.of(1, "test"), sandbox)
                .get(0);
    }

    @Test
    void a_candidate_is_paid_for_once() throws Exception {
        Attempt attempt = attempt(10, 2, n -> n < 5 ? 2 : 5);

        assertThat(attempt.grade()).isEqualTo(Grade.CORRECT);
        assertThat(attempt.solvedAt()).as("after five tries of the same").hasValue(2);
        assertThat(attempt.executions()).isEqualTo(2);
        assertThat(attempt.isPlausibleWithin(1)).isFalse();
        assertThat(attempt.isPlausibleWithin(2)).isTrue();
    }

    @Test
    void rollouts_go_on_until_the_budget_is_used_up() throws Exception {
        Attempt attempt = attempt(10, 3, n -> 2 * n + 2);

        assertThat(attempt.grade()).isEqualTo(Grade.NOT_PLAUSIBLE);
        assertThat(attempt.solvedAt()).isEmpty();
        assertThat(attempt.executions()).isEqualTo(10);
        assertThat(attempt.rollouts()).as("of three edits each").isEqualTo(4);
    }

    @Test
    void what_is_found_beyond_the_budget_does_not_count() throws Exception {
        assertThat(attempt(4, 5, n -> n == 4 ? 5 : 2 * n + 2).grade()).isEqualTo(Grade.NOT_PLAUSIBLE);
        assertThat(attempt(5, 5, n -> n == 4 ? 5 : 2 * n + 2).solvedAt()).hasValue(5);
    }

    @Test
    void a_patch_that_spoils_a_test_is_not_the_end() throws Exception {
        Attempt attempt = attempt(10, 2, n -> n == 0 ? 9 : 5);

        assertThat(attempt.grade())
                .as("9 is odd but too large for a test that passed")
                .isEqualTo(Grade.CORRECT);
        assertThat(attempt.solvedAt()).hasValue(2);
    }

    @Test
    void a_wrong_patch_is_the_end_since_nobody_who_searches_could_know() throws Exception {
        Attempt attempt = attempt(10, 2, n -> n == 0 ? 1 : 5);

        assertThat(attempt.grade()).isEqualTo(Grade.WRONG);
        assertThat(attempt.isPlausible()).isTrue();
        assertThat(attempt.isCorrect()).isFalse();
    }

    @Test
    void an_attempt_that_finds_nothing_new_ends_before_its_budget() throws Exception {
        Attempt attempt = attempt(100, 2, n -> n % 2 == 0 ? 2 : 4);

        assertThat(attempt.executions()).isEqualTo(2);
        assertThat(attempt.rollouts()).isLessThan(50);
    }
}
