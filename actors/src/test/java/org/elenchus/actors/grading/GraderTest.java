package org.elenchus.actors.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.testing.FakeSandbox;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.trace.RewardVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraderTest {
    private static final RewardVector AS_BROKEN = new RewardVector(0, 0, 1);
    private static final RewardVector NOTHING = new RewardVector(0, 0, 0);

    private final FakeSandbox sandbox = Calculator.sandbox();

    private RewardVector grade(Patch submitted) throws SandboxFault {
        return new Grader().grade(Calculator.TASK, Calculator.REPOSITORY, submitted, sandbox);
    }

    @Test
    void a_full_repair_earns_everything() throws SandboxFault {
        Patch both = new Patch(List.of(
                Calculator.edit(Calculator.BROKEN, "a - b", "b + a + b - b; // a + b"),
                Calculator.edit(Calculator.BROKEN, "a / b", "a * b")));
        assertThat(grade(both)).isEqualTo(new RewardVector(1, 1, 1));
    }

    @Test
    void a_part_of_the_repair_earns_its_share() throws SandboxFault {
        assertThat(grade(Calculator.repair("a - b", "a + b"))).isEqualTo(new RewardVector(0, 0.5, 1));
    }

    @Test
    void breaking_something_else_costs_its_share_and_the_solution() throws SandboxFault {
        Patch renamed = new Patch(List.of(
                Calculator.edit(Calculator.BROKEN, "class Calculator", "class Adder"),
                Calculator.edit(Calculator.BROKEN, "a - b", "a + b"),
                Calculator.edit(Calculator.BROKEN, "a / b", "a * b")));
        assertThat(grade(renamed)).isEqualTo(new RewardVector(0, 1, 0.5));
    }

    @Test
    void an_exact_repair_is_the_original_and_is_recalled() throws SandboxFault {
        List<TestRun> verifier = Calculator.TASK.verifier().all();
        sandbox.execute(new ExecutionRequest(Calculator.REPOSITORY.snapshot(), Overlay.NONE, verifier, false));
        Patch exact = new Patch(List.of(
                Calculator.edit(Calculator.BROKEN, "a - b", "a + b"),
                Calculator.edit(Calculator.BROKEN, "a / b", "a * b")));
        assertThat(grade(exact)).isEqualTo(new RewardVector(1, 1, 1));
        assertThat(sandbox.executed()).hasSize(1);
    }

    @Test
    void what_leaves_the_broken_state_as_it_is_needs_no_execution() throws SandboxFault {
        assertThat(grade(Patch.EMPTY)).isEqualTo(AS_BROKEN);
        assertThat(grade(Calculator.repair("a - b", "a - b"))).isEqualTo(AS_BROKEN);
        assertThat(sandbox.executed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/example/CalculatorTest.java",
                "../secrets/Key.java",
                "/etc/passwd",
                "org/example/../example/Calculator.java",
                "pom.xml"
            })
    void only_existing_main_sources_may_be_touched(String path) throws SandboxFault {
        Patch submitted = new Patch(
                List.of(Calculator.edit(Calculator.BROKEN, "a - b", "a + b"), new TextEdit(path, 0, "", "class X {}")));
        assertThat(grade(submitted)).isEqualTo(AS_BROKEN);
        assertThat(sandbox.executed()).isEmpty();
    }

    @Test
    void a_patch_that_does_not_fit_or_is_out_of_bounds_is_refused() throws SandboxFault {
        assertThat(grade(new Patch(List.of(Calculator.edit(Calculator.TEXT, "a + b", "a - b")))))
                .isEqualTo(AS_BROKEN);
        assertThat(grade(Calculator.repair("a - b", "x".repeat(Submission.MAX_INSERTED + 1))))
                .isEqualTo(AS_BROKEN);
        List<TextEdit> many = new ArrayList<>();
        for (int i = 0; i <= Submission.MAX_EDITS; i++) {
            many.add(new TextEdit(Calculator.PATH, 0, "", " "));
        }
        assertThat(grade(new Patch(many))).isEqualTo(AS_BROKEN);
        assertThat(sandbox.executed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeSandbox.SYNTAX_ERROR, FakeSandbox.HANG, FakeSandbox.CRASH})
    void what_does_not_run_earns_nothing(String marker) throws SandboxFault {
        assertThat(grade(Calculator.repair("a - b", "a + b; // " + marker))).isEqualTo(NOTHING);
    }

    @Test
    void a_test_without_a_result_has_not_passed() throws SandboxFault {
        sandbox.scripted(Calculator.ADDS, (sources, occasion) -> new TestOutcome.NotRun("skipped"));
        Patch exact = new Patch(List.of(
                Calculator.edit(Calculator.BROKEN, "a - b", "a + b"),
                Calculator.edit(Calculator.BROKEN, "a / b", "a * b")));
        assertThat(grade(exact)).isEqualTo(new RewardVector(0, 0.5, 1));
    }

    @Test
    void a_fault_of_the_infrastructure_is_no_reward() {
        sandbox.faulty(1);
        assertThatThrownBy(() -> grade(Calculator.repair("a - b", "a + b"))).isInstanceOf(SandboxFault.class);
    }
}
