package org.elenchus.tools.mining.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.Quarantined.Reason;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.Test;

class SuiteStudyTest {
    private static final SuiteLimits LIMITS = new SuiteLimits(1_000, 10_000, 100, 1_000_000, 4, 40, 60_000, 500);

    private static SuiteFindings study(Script script, SuiteLimits limits) throws Exception {
        return new SuiteStudy(script, Digest.of("s"), limits, (pass, done, total) -> {}).study(script.ids());
    }

    private static List<String> trusted(SuiteFindings findings) {
        return findings.trusted().stream().map(t -> t.facts().id().toString()).toList();
    }

    private static TreeMap<String, Reason> kept(SuiteFindings findings) {
        TreeMap<String, Reason> reasons = new TreeMap<>();
        for (Quarantined q : findings.quarantined()) {
            reasons.put(q.id().toString(), q.reason());
        }
        return reasons;
    }

    @Test
    void trusts_what_repeats_exactly_and_says_why_not_the_rest() throws Exception {
        Script script = new Script()
                .passing("A#good()")
                .with("A#fails()", run -> new Script.Act.Fail())
                .with("A#skipped()", run -> new Script.Act.Skip())
                .with("A#slow()", run -> new Script.Act.Pass(1_001, 7))
                .with("B#flips()", run -> run == 1 ? new Script.Act.Fail() : new Script.Act.Pass(100, 7))
                .with("B#burnsDifferently()", run -> new Script.Act.Pass(100 + run, 7))
                .with("B#wanders()", run -> new Script.Act.Pass(100, 7 + run))
                .with("C#hangs()", run -> new Script.Act.Hang())
                .with("C#killsTheWorker()", run -> new Script.Act.Kill())
                .passing("C#innocent()");
        SuiteFindings findings = study(script, LIMITS);
        assertThat(trusted(findings)).containsExactly("A#good()", "C#innocent()");
        assertThat(kept(findings))
                .containsOnly(
                        entry("A#fails()", Reason.FAILS),
                        entry("A#skipped()", Reason.NOT_RUN),
                        entry("A#slow()", Reason.SLOW),
                        entry("B#flips()", Reason.FLAKY),
                        entry("B#burnsDifferently()", Reason.FLAKY),
                        entry("B#wanders()", Reason.FLAKY),
                        entry("C#hangs()", Reason.BLOCKS),
                        entry("C#killsTheWorker()", Reason.BLOCKS));
    }

    @Test
    void a_test_that_once_used_threads_is_concurrent_however_it_ends() throws Exception {
        Script script = new Script()
                .passing("A#good()")
                .with("A#forks()", run -> new Script.Act.Fork())
                .with("A#forksOnce()", run -> run == 2 ? new Script.Act.Fork() : new Script.Act.Pass(100, 7))
                .with("A#forksAndFails()", run -> run == 0 ? new Script.Act.Fork() : new Script.Act.Fail());
        SuiteFindings findings = study(script, LIMITS);
        assertThat(kept(findings).values()).hasSize(3).containsOnly(Reason.CONCURRENT);
        assertThat(trusted(findings)).containsExactly("A#good()");
    }

    @Test
    void screens_backwards_and_measures_the_same_executions_twice_in_opposite_order() throws Exception {
        Script script = new Script();
        IntStream.range(0, 9).forEach(i -> script.passing("C" + i + "#t()"));
        study(script, LIMITS);
        List<ExecutionRequest> screened = script.requests.subList(0, 3);
        List<ExecutionRequest> measured = script.requests.subList(3, 6);
        List<ExecutionRequest> confirmed = script.requests.subList(6, 9);
        assertThat(screened.get(0).tests().get(0).test()).isEqualTo(TestId.parse("C8#t()"));
        assertThat(screened).noneMatch(ExecutionRequest::coverage);
        assertThat(measured).allMatch(ExecutionRequest::coverage).isEqualTo(confirmed.reversed());
        assertThat(measured.get(0).tests().get(0).test()).isEqualTo(TestId.parse("C0#t()"));
    }

    @Test
    void a_test_that_hangs_in_a_later_run_is_blocking() throws Exception {
        Script script = new Script()
                .passing("A#good()")
                .with("A#late()", run -> run >= 2 ? new Script.Act.Hang() : new Script.Act.Pass(100, 7));
        SuiteFindings findings = study(script, LIMITS);
        assertThat(kept(findings)).containsOnly(entry("A#late()", Reason.BLOCKS));
        assertThat(trusted(findings)).containsExactly("A#good()");
    }

    @Test
    void a_busy_machine_does_not_condemn_the_test_that_was_running() throws Exception {
        Script script = new Script()
                .passing("A#good()")
                .with("A#delayed()", run -> run == 0 ? new Script.Act.Hang() : new Script.Act.Pass(100, 7));
        SuiteFindings findings = study(script, LIMITS);
        assertThat(trusted(findings)).containsExactly("A#delayed()", "A#good()");
    }

    @Test
    void time_spent_on_hanging_tests_is_bounded() throws Exception {
        Script script = new Script();
        IntStream.range(100, 200).forEach(i -> script.with("K" + i + "#hangs()", run -> new Script.Act.Hang()));
        assertThat(study(script, LIMITS).trusted()).isEmpty();
        assertThat(script.requests).hasSizeLessThan(45);
    }

    @Test
    void a_class_that_used_up_its_fuel_is_not_run_further() throws Exception {
        Script script = new Script().passing("Z#other()");
        IntStream.range(10, 40).forEach(i -> script.with("Big#t" + i + "()", run -> new Script.Act.Pass(1_000, 7)));
        SuiteFindings findings = study(script, LIMITS);
        assertThat(trusted(findings)).contains("Z#other()").hasSizeLessThan(18);
        assertThat(kept(findings).values()).containsOnly(Reason.NOT_RUN);
    }

    @Test
    void takes_no_more_than_its_share_and_spreads_it() throws Exception {
        Script script = new Script();
        IntStream.range(10, 30).forEach(i -> script.passing("Large#t" + i + "()"));
        script.passing("Small#only()");
        SuiteFindings findings = study(script, new SuiteLimits(1_000, 10_000, 6, 1_000_000, 4, 40, 60_000, 500));
        assertThat(trusted(findings)).hasSize(6).contains("Small#only()", "Large#t10()", "Large#t14()");
        assertThat(script.requests.stream()
                        .skip(6)
                        .mapToInt(r -> r.tests().size())
                        .sum())
                .isEqualTo(12);
    }

    @Test
    void effort_on_a_hopeless_suite_is_bounded() throws Exception {
        Script script = new Script();
        IntStream.range(100, 200).forEach(i -> script.with("K" + i + "#dies()", run -> new Script.Act.Kill()));
        SuiteFindings findings = study(script, LIMITS);
        assertThat(trusted(findings)).isEmpty();
        assertThat(findings.quarantined()).hasSize(100);
        assertThat(script.requests).hasSizeLessThan(140);
    }

    @Test
    void sleeping_tests_block_although_they_burn_nothing() throws Exception {
        Script script = new Script().passing("A#quick()").with("A#sleeps()", run -> new Script.Act.Sleep(800));
        SuiteFindings findings = study(script, new SuiteLimits(1_000, 10_000, 100, 1_000_000, 4, 40, 200, 500));
        assertThat(kept(findings)).containsOnly(entry("A#sleeps()", Reason.BLOCKS));
        assertThat(trusted(findings)).containsExactly("A#quick()");
    }

    @Test
    void the_rest_of_a_chunk_is_measured_in_one_execution_without_the_culprit() throws Exception {
        Script script = new Script().passing("A#a()").passing("A#c()").with("A#b()", run -> new Script.Act.Kill());
        study(script, LIMITS);
        List<TestId> together = List.of(TestId.parse("A#a()"), TestId.parse("A#c()"));
        assertThat(script.requests.stream()
                        .filter(ExecutionRequest::coverage)
                        .map(r -> r.tests().stream().map(TestRun::test).toList()))
                .containsExactly(together, together);
    }
}
