package org.elenchus.actors.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.testing.FakeRepository;
import org.elenchus.actors.testing.FakeSandbox;
import org.elenchus.actors.testing.MemoryArtifacts;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.StackLine;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatesTest {
    private final MemoryArtifacts artifacts = new MemoryArtifacts();
    private final FakeSandbox sandbox = Shop.sandbox();

    private Verdict judge(Shop.Draft draft) throws SandboxFault {
        return new Gates(artifacts).judge(draft.task(), Shop.REPOSITORY, sandbox);
    }

    private Task valid(Shop.Draft draft) throws SandboxFault {
        Verdict verdict = judge(draft);
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        return artifacts.get(((Verdict.Valid) verdict).task(), Task.class);
    }

    private void rejects(Shop.Draft draft, Gate gate, String reason) throws SandboxFault {
        assertThat(judge(draft)).asInstanceOf(type(Verdict.Rejected.class)).satisfies(rejected -> {
            assertThat(rejected.reason()).contains(reason);
            assertThat(rejected.gate()).isEqualTo(gate);
            Evidence evidence = artifacts.get(rejected.evidence(), Evidence.class);
            assertThat(evidence.refusedBy()).contains(gate);
            assertThat(evidence.reason()).contains(rejected.reason());
        });
    }

    @Test
    void a_sound_candidate_becomes_a_task_with_the_lists_that_were_observed() throws SandboxFault {
        Verdict verdict = judge(Shop.candidate(Shop.NET));
        assertThat(verdict).asInstanceOf(type(Verdict.Valid.class)).satisfies(valid -> {
            assertThat(valid.failToPass()).isEqualTo(2);
            assertThat(valid.passToPass()).isEqualTo(3);
            Task task = artifacts.get(valid.task(), Task.class);
            assertThat(task.id()).isEqualTo("request/00");
            assertThat(ids(task.verifier().failToPass())).containsExactly(Shop.NETS, Shop.SELLS);
            assertThat(ids(task.verifier().passToPass()))
                    .as("the cheapest first")
                    .containsExactly(Shop.OPENS, Shop.TAXES, Shop.COUNTS);
            assertThat(task.verifier().failToPass().get(0).fuel()).isEqualTo(50);
            assertThat(task.observed()).hasSize(2).allSatisfy(result -> {
                assertThat(result.outcome().observedFailure()).isTrue();
                assertThat(result.covered()).isEmpty();
            });
            Evidence evidence = artifacts.get(valid.evidence(), Evidence.class);
            assertThat(evidence.refusedBy()).isEmpty();
            assertThat(evidence.observations())
                    .extracting(Evidence.Observation::state)
                    .containsExactly("broken", "broken, again", "original");
        });
    }

    @Test
    void the_second_run_takes_the_opposite_order() throws SandboxFault {
        judge(Shop.candidate(Shop.NET));
        List<String> first = ids(sandbox.executed().get(0).tests());
        List<String> second = ids(sandbox.executed().get(1).tests());
        assertThat(first).isSorted().hasSize(5);
        List<String> reversed = new ArrayList<>(first);
        java.util.Collections.reverse(reversed);
        assertThat(second).isEqualTo(reversed);
    }

    static Stream<Arguments> malformed() {
        Shop.Draft sound = Shop.candidate(Shop.NET);
        TextEdit foreign = new TextEdit("../Price.java", 0, "", "x");
        return Stream.of(
                Arguments.of(sound.id("  "), "id"),
                Arguments.of(sound.id("a\nb"), "id"),
                Arguments.of(sound.statement(" \n "), "statement is blank"),
                Arguments.of(sound.statement("x".repeat(4_001)), "longer than 4000"),
                Arguments.of(sound.testedBy(), "no test"),
                Arguments.of(Shop.candidate(), "patch is empty"),
                Arguments.of(Shop.candidate(foreign), "not a path"),
                Arguments.of(Shop.candidate(new TextEdit("/etc/Price.java", 0, "", "x")), "not a path"),
                Arguments.of(Shop.candidate(new TextEdit("org//Price.java", 0, "", "x")), "not a path"),
                Arguments.of(Shop.candidate(new TextEdit("org\\Price.java", 0, "", "x")), "not a path"),
                Arguments.of(Shop.candidate(new TextEdit("org/example/price.txt", 0, "", "x")), "not a path"),
                Arguments.of(sound.mutations(new Mutation("o", "c", "../Price.java", 1, "Price.net")), "not a path"),
                Arguments.of(Shop.candidate(new TextEdit(Shop.PRICE, 0, "interface", "x")), "does not apply"),
                Arguments.of(Shop.candidate(new TextEdit(Shop.PRICE, 9_999, "", "x")), "does not apply"),
                Arguments.of(Shop.candidate(Shop.NET, Shop.NET), "overlap"),
                Arguments.of(Shop.candidate(new TextEdit(Shop.PRICE, 0, "class", "class")), "as it is"),
                Arguments.of(Shop.candidate(new TextEdit(Shop.PRICE, 0, "", "x".repeat(100_001))), "larger than"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_malformed_is_refused_before_anything_is_run(Shop.Draft draft, String reason) throws SandboxFault {
        rejects(draft, Gate.FORMAT, reason);
        assertThat(sandbox.executed()).isEmpty();
    }

    @Test
    void a_statement_must_not_quote_the_code_that_was_removed() throws SandboxFault {
        TextEdit whole = Shop.edit(Shop.PRICE, Shop.PRICE_TEXT, "return p * 2;", "return p;");
        rejects(Shop.candidate(whole).statement("It should return p * 2; it does not."), Gate.FORMAT, "quotes");
    }

    static Stream<Arguments> ungrounded() {
        Shop.Draft sound = Shop.candidate(Shop.NET);
        return Stream.of(
                Arguments.of(
                        Shop.candidate(new TextEdit("org/example/Till.java", 0, "", "x")), "no file org/example/Till"),
                Arguments.of(sound.testedBy("org.example.PriceTest#rounds()"), "no trusted test"),
                Arguments.of(sound.snapshot(Digest.of("other")), "another snapshot"),
                Arguments.of(sound.repository("maven:org.example:till:1.0"), "judged in"),
                Arguments.of(sound.mutations(new Mutation("o", "c", Shop.PRICE, 2, "Price.gross")), "no Price.gross"),
                Arguments.of(sound.mutations(new Mutation("o", "c", Shop.PRICE, 2, "Pric.net")), "no Pric.net"),
                Arguments.of(sound.mutations(new Mutation("o", "c", Shop.PRICE, 2, " ")), "there is no"),
                Arguments.of(sound.mutations(new Mutation("o", "c", Shop.PRICE, 5, "Price.net")), "no line 5"),
                Arguments.of(sound.mutations(new Mutation("o", "c", Shop.STOCK, 2, "Stock.left")), "does not change"));
    }

    @ParameterizedTest
    @MethodSource("ungrounded")
    void what_names_things_that_do_not_exist_is_refused_before_anything_is_run(Shop.Draft draft, String reason)
            throws SandboxFault {
        rejects(draft, Gate.GROUNDING, reason);
        assertThat(sandbox.executed()).isEmpty();
    }

    @Test
    void constructors_and_initialisers_are_grounded_by_their_type() throws SandboxFault {
        valid(Shop.candidate(Shop.NET).mutations(new Mutation("o", "c", Shop.PRICE, 2, "Price.<init>")));
    }

    @Test
    void a_broken_state_that_does_not_run_is_refused() throws SandboxFault {
        rejects(Shop.candidate(replacingNet(FakeSandbox.SYNTAX_ERROR)), Gate.EXECUTION, "does not compile");
        rejects(Shop.candidate(replacingNet(FakeSandbox.HANG)), Gate.EXECUTION, "blocks");
        rejects(Shop.candidate(replacingNet(FakeSandbox.CRASH)), Gate.EXECUTION, "ends its worker");
    }

    @Test
    void a_flaky_test_is_dropped_where_a_rest_remains() throws SandboxFault {
        flaky(Shop.SELLS);
        Task task = valid(Shop.candidate(Shop.NET));
        assertThat(ids(task.verifier().failToPass())).containsExactly(Shop.NETS);
        assertThat(ids(task.verifier().all())).doesNotContain(Shop.SELLS);
    }

    @Test
    void a_candidate_whose_only_test_is_flaky_is_refused() throws SandboxFault {
        flaky(Shop.NETS);
        rejects(Shop.candidate(Shop.NET).testedBy(Shop.NETS), Gate.EXECUTION, "same result twice");
    }

    @Test
    void a_failure_that_throws_something_else_the_second_time_is_flaky() throws SandboxFault {
        sandbox.scripted(
                Shop.NETS,
                (sources, occasion) -> new TestOutcome.Errored(
                        new Failure(occasion == 0 ? "java.io.IOException" : "java.lang.Error", "", List.of())));
        rejects(Shop.candidate(Shop.NET).testedBy(Shop.NETS), Gate.EXECUTION, "same result twice");
    }

    @Test
    void a_break_that_no_test_sees_is_refused() throws SandboxFault {
        rejects(
                Shop.candidate(Shop.edit(Shop.PRICE, Shop.PRICE_TEXT, "class", "final class")),
                Gate.SEMANTICS,
                "no test is seen to fail");
    }

    @Test
    void rejects_a_task_whose_failure_is_not_observed() throws SandboxFault {
        sandbox.scripted(Shop.NETS, (sources, occasion) -> new TestOutcome.NotRun("not found"));
        rejects(Shop.candidate(Shop.NET).testedBy(Shop.NETS, Shop.OPENS), Gate.SEMANTICS, "no test is seen to fail");
        rejects(Shop.candidate(Shop.NET).testedBy(Shop.NETS), Gate.EXECUTION, "no test gives a result");
    }

    @Test
    void a_test_that_fails_on_the_original_too_separates_nothing() throws SandboxFault {
        sandbox.passes(Shop.NETS, sources -> false);
        rejects(Shop.candidate(Shop.NET), Gate.SEMANTICS, "the original does not pass");
    }

    @Test
    void a_break_that_fails_too_much_is_too_blunt() throws SandboxFault {
        Verdict verdict = new Gates(artifacts, new GateLimits(4_000, 40, 100_000, 300, 1, 40, 6))
                .judge(Shop.candidate(Shop.NET).task(), Shop.REPOSITORY, sandbox);
        assertThat(verdict)
                .asInstanceOf(type(Verdict.Rejected.class))
                .extracting(Verdict.Rejected::reason)
                .asString()
                .contains("too blunt");
    }

    @Test
    void only_the_cheapest_tests_are_run_and_kept() throws SandboxFault {
        Verdict verdict = new Gates(artifacts, new GateLimits(4_000, 40, 100_000, 4, 60, 1, 6))
                .judge(Shop.candidate(Shop.NET).task(), Shop.REPOSITORY, sandbox);
        Task task = artifacts.get(((Verdict.Valid) verdict).task(), Task.class);
        assertThat(ids(sandbox.executed().get(0).tests())).doesNotContain(Shop.SELLS);
        assertThat(ids(task.verifier().passToPass())).containsExactly(Shop.OPENS);
    }

    @Test
    void every_file_of_a_patch_has_its_share_in_the_failure() throws SandboxFault {
        Task task = valid(Shop.candidate(Shop.NET, Shop.LEFT));
        assertThat(ids(task.verifier().failToPass())).containsExactly(Shop.NETS, Shop.SELLS, Shop.COUNTS);
        TextEdit idle = Shop.edit(Shop.STOCK, Shop.STOCK_TEXT, "class", "final class");
        rejects(Shop.candidate(Shop.NET, idle), Gate.SEMANTICS, "reverting " + Shop.STOCK + " alone mends no test");
    }

    @Test
    void every_mutation_of_one_file_has_its_share_in_the_failure() throws SandboxFault {
        valid(Shop.candidate(Shop.NET, Shop.TAX));
        TextEdit idle = Shop.edit(Shop.PRICE, Shop.PRICE_TEXT, "class", "final class");
        rejects(Shop.candidate(Shop.NET, idle), Gate.SEMANTICS, "@0 alone mends no test");
    }

    @Test
    void edits_that_make_one_mutation_are_not_taken_apart() throws SandboxFault {
        TextEdit idle = Shop.edit(Shop.PRICE, Shop.PRICE_TEXT, "class", "final class");
        valid(Shop.candidate(Shop.NET, idle).mutations(new Mutation("o", "c", Shop.PRICE, 2, "Price.net")));
    }

    @Test
    void a_fault_of_the_infrastructure_is_no_verdict() {
        sandbox.faulty(1);
        assertThatThrownBy(() -> judge(Shop.candidate(Shop.NET))).isInstanceOf(SandboxFault.class);
    }

    @Test
    void what_differs_between_two_runs_is_kept_out_of_task_and_evidence() throws SandboxFault {
        Verdict one = judge(Shop.candidate(Shop.NET));
        for (int start : new int[] {100, 200}) {
            FakeSandbox noisy = Shop.sandbox().scripted(Shop.NETS, (sources, occasion) -> {
                if (sources.apply(Shop.PRICE).contains("p * 2")) {
                    return new TestOutcome.Passed();
                }
                return new TestOutcome.Failed(new Failure(
                        "org.opentest4j.AssertionFailedError",
                        "took " + (start + occasion) + " ms",
                        List.of(new StackLine("Price", "net", start + occasion))));
            });
            Verdict again = new Gates(artifacts).judge(Shop.candidate(Shop.NET).task(), Shop.REPOSITORY, noisy);
            Task task = artifacts.get(((Verdict.Valid) again).task(), Task.class);
            Failure blanked = task.observed().get(0).outcome().observed().orElseThrow();
            assertThat(blanked).isEqualTo(new Failure("org.opentest4j.AssertionFailedError", "", List.of()));
            assertThat(((Verdict.Valid) again).evidence()).isEqualTo(((Verdict.Valid) one).evidence());
        }
    }

    @Test
    void where_a_stack_overflows_is_not_kept() throws SandboxFault {
        sandbox.scripted(
                Shop.NETS,
                (sources, occasion) -> sources.apply(Shop.PRICE).contains("p * 2")
                        ? new TestOutcome.Passed()
                        : new TestOutcome.Errored(new Failure(
                                "java.lang.StackOverflowError", "", List.of(new StackLine("Price", "net", 2)))));
        Task task = valid(Shop.candidate(Shop.NET));
        assertThat(task.observed().get(0).outcome().observed().orElseThrow().stack())
                .isEmpty();
    }

    @Test
    void a_test_that_runs_out_of_fuel_is_an_observed_failure() throws SandboxFault {
        sandbox.scripted(
                Shop.NETS,
                (sources, occasion) -> sources.apply(Shop.PRICE).contains("p * 2")
                        ? new TestOutcome.Passed()
                        : new TestOutcome.OutOfFuel(new Failure("fuel", "" + occasion, List.of())));
        Task task = valid(Shop.candidate(Shop.NET));
        assertThat(ids(task.verifier().failToPass())).contains(Shop.NETS);
    }

    @Test
    void candidates_of_another_repository_do_not_reach_the_sandbox() throws SandboxFault {
        FakeRepository other =
                FakeRepository.named("maven:org.example:other:1.0").build();
        Verdict verdict = new Gates(artifacts).judge(Shop.candidate(Shop.NET).task(), other, new FakeSandbox(other));
        assertThat(verdict)
                .asInstanceOf(type(Verdict.Rejected.class))
                .extracting(Verdict.Rejected::gate)
                .isEqualTo(Gate.GROUNDING);
    }

    private void flaky(String test) {
        sandbox.scripted(
                test,
                (sources, occasion) ->
                        occasion == 0 ? FakeSandbox.assertion(TestId.parse(test)) : new TestOutcome.Passed());
    }

    private static TextEdit replacingNet(String marker) {
        return Shop.edit(Shop.PRICE, Shop.PRICE_TEXT, "p * 2", "p * 3 /* " + marker + " */");
    }

    private static List<String> ids(List<TestRun> runs) {
        return runs.stream().map(run -> run.test().toString()).toList();
    }
}
