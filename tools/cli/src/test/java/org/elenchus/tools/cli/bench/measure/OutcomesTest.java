package org.elenchus.tools.cli.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.bench.sample.Candidate;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final TestId A = TestId.parse("x.T#a()");
    private static final TestId B = TestId.parse("x.T#b()");
    private static final Failure FAILURE = new Failure("java.lang.AssertionError", "no", List.of());
    private static final Candidate CANDIDATE =
            new Candidate("x/Y.java", "negate", 7, "class Y {}", List.of(new TestRun(A, 10), new TestRun(B, 20)));

    private static Execution ran(TestOutcome a, TestOutcome b, long fuel) {
        return new Execution.TestsRan(
                List.of(new TestResult(A, a, 1, List.of()), new TestResult(B, b, fuel, List.of())));
    }

    private static Pass pass(Execution outcome) {
        return new Pass(1, List.of(outcome), new Cost(2, 3, 1), new Split(1, 1, 1, 1));
    }

    @Test
    void one_test_out_of_fuel_makes_the_candidate_so() {
        assertThat(OutcomeKind.of(ran(new TestOutcome.Failed(FAILURE), new TestOutcome.OutOfFuel(FAILURE), 1)))
                .isEqualTo(OutcomeKind.OUT_OF_FUEL);
    }

    @Test
    void a_test_without_a_result_kills_nothing() {
        assertThat(OutcomeKind.of(ran(new TestOutcome.Passed(), new TestOutcome.NotRun("gone"), 1)))
                .isEqualTo(OutcomeKind.SURVIVED);
    }

    @Test
    void fail_to_pass_keeps_the_failing_tests_of_failing_candidates() {
        List<Job> covering = Job.covering(List.of(CANDIDATE, CANDIDATE, CANDIDATE));

        List<Job> failing = Job.everyFailToPass(
                covering,
                List.of(
                        ran(new TestOutcome.Passed(), new TestOutcome.Errored(FAILURE), 1),
                        ran(new TestOutcome.Passed(), new TestOutcome.Passed(), 1),
                        new Execution.DidNotCompile(List.of("no"))));

        assertThat(failing).containsExactly(new Job(CANDIDATE, List.of(new TestRun(B, 20))));
    }

    @Test
    void a_solver_tries_a_candidate_on_a_dozen_of_many_failing_tests() {
        List<TestRun> many = IntStream.range(0, 100)
                .mapToObj(i -> new TestRun(TestId.parse("x.T#t" + i + "()"), 10))
                .toList();

        List<Job> tried = Job.failToPass(List.of(new Job(CANDIDATE, many), new Job(CANDIDATE, many.subList(0, 3))));

        assertThat(tried.getFirst().tests()).hasSize(12).isSubsetOf(many).doesNotHaveDuplicates();
        assertThat(tried.getLast().tests()).isEqualTo(many.subList(0, 3));
    }

    @Test
    void candidates_that_do_not_compile_cost_time_but_do_not_count() {
        Pass pass = new Pass(
                1,
                List.of(
                        new Execution.DidNotCompile(List.of("no")),
                        ran(new TestOutcome.Passed(), new TestOutcome.Passed(), 1)),
                new Cost(2, 3, 1),
                new Split(1, 1, 1, 1));

        assertThat(pass.perSecond()).isEqualTo(0.5);
        assertThat(pass.perProcessorSecond()).isEqualTo(0.25);
    }

    @Test
    void a_difference_in_fuel_alone_is_a_difference() {
        TestOutcome passed = new TestOutcome.Passed();
        List<Job> jobs = Job.covering(List.of(CANDIDATE));

        Stability same = Stability.of("r", jobs, pass(ran(passed, passed, 5)), pass(ran(passed, passed, 5)));
        Stability other = Stability.of("r", jobs, pass(ran(passed, passed, 5)), pass(ran(passed, passed, 6)));

        assertThat(same.holds()).isTrue();
        assertThat(same.text()).contains("r: 1 of 1 the same");
        assertThat(other.holds()).isFalse();
        assertThat(other.text())
                .contains("r: 0 of 1 the same", "x/Y.java:7 negate: x.T#b(): fuel 5 | 6, both without a failure");
    }
}
