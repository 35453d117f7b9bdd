package org.elenchus.tools.repair.distiller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.elenchus.actors.port.SkillDistiller.Evidence;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verifier;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.RewardVector;
import org.elenchus.protocol.trace.Step;
import org.elenchus.protocol.trace.Trace;
import org.elenchus.protocol.trace.TraceGroup;
import org.junit.jupiter.api.Test;

class EmbeddedDistillerTest {
    private static final Digest NONE = Digest.of("");
    private static final Choice CHOICE = new Choice(0, 0, List.of(), 0);

    private final EmbeddedDistiller distiller = new EmbeddedDistiller();

    private static Evidence evidence(String id, String exception, String operator, String context, Trace... traces) {
        TestId test = TestId.parse("x.T#t()");
        Failure failure = new Failure(exception, "", List.of());
        TestOutcome outcome = exception.isEmpty() ? new TestOutcome.Failed(failure) : new TestOutcome.Errored(failure);
        Task task = new Task(
                id,
                Pool.TRAIN,
                new RepositoryCoordinate("maven:g:a:1"),
                NONE,
                SkillId.UNGUIDED,
                Patch.EMPTY,
                List.of(new Mutation(operator, context, "x/T.java", 3, "T.m")),
                "",
                new Verifier(List.of(), List.of()),
                List.of(new TestResult(test, outcome, 1, List.of())));
        return new Evidence(task, new TraceGroup("group/" + id, NONE, NONE, List.of(traces), List.of()));
    }

    private static Trace trace(String id, double solved, Step... steps) {
        return new Trace(id, "task", List.of(steps), new RewardVector(solved, solved, 1));
    }

    private static Step edit(String operator, String context) {
        return new Step.Edit(CHOICE, operator, context, new TextEdit("x/T.java", 0, "", "x"));
    }

    private static Step test(boolean kept) {
        return new Step.Test(kept ? 1 : 0, kept ? 0 : 1, "", kept);
    }

    @Test
    void a_solved_trace_becomes_a_strategy_naming_what_worked() {
        SkillProposal proposal = distiller
                .distil(List.of(evidence(
                        "1",
                        "",
                        "negate",
                        "if-condition",
                        trace(
                                "g/0",
                                1,
                                edit("constant", "return"),
                                test(false),
                                edit("negate", "if-condition"),
                                test(true)))))
                .getFirst();
        assertThat(proposal.skill().kind()).isEqualTo(Skill.Kind.REPAIR_STRATEGY);
        assertThat(proposal.skill().failureKinds()).containsExactly("assertion");
        assertThat(proposal.skill().contexts()).containsExactly("if-condition");
        assertThat(proposal.skill().operations()).containsExactly(new Skill.Operation("negate", "negate"));
        assertThat(proposal.supporting()).containsExactly("g/0");
        assertThat(proposal.solved()).isEqualTo(1);
    }

    @Test
    void a_failed_trace_becomes_a_principle_for_the_gap_with_the_inverse_mutation() {
        SkillProposal proposal = distiller
                .distil(List.of(evidence(
                        "1",
                        "java.lang.NullPointerException",
                        "delete-guard",
                        "guard",
                        trace("g/0", 0, edit("constant", "return"), test(false)))))
                .getFirst();
        assertThat(proposal.skill().kind()).isEqualTo(Skill.Kind.CORRECTIVE_PRINCIPLE);
        assertThat(proposal.skill().failureKinds()).containsExactly("null-pointer");
        assertThat(proposal.skill().operations()).containsExactly(new Skill.Operation("insert-guard", "delete-guard"));
        assertThat(proposal.attempts()).isEqualTo(1);
        assertThat(proposal.solved()).isZero();
    }

    @Test
    void operators_tried_again_and_again_are_named_as_anti_patterns() {
        Step[] steps = new Step[10];
        for (int i = 0; i < steps.length; i += 2) {
            steps[i] = edit("string", "return");
            steps[i + 1] = test(false);
        }
        SkillProposal proposal = distiller
                .distil(List.of(evidence("1", "", "logic", "guard", trace("g/0", 0, steps))))
                .getFirst();
        assertThat(proposal.skill().description()).contains("Do not spend tries on string");
    }

    @Test
    void varied_seed_tasks_give_many_specific_skills_in_a_stable_order() {
        String[] operators = {
            "negate",
            "boundary",
            "constant",
            "variable",
            "method",
            "delete-guard",
            "delete-statement",
            "arithmetic",
            "drop-condition",
            "return-value",
            "unwrap",
            "exception"
        };
        String[] contexts = {"if-condition", "guard", "return", "assignment"};
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Trace[] traces = new Trace[8];
            for (int k = 0; k < traces.length; k++) {
                traces[k] = trace("g%02d/%d".formatted(i, k), 0, edit("string", "return"), test(false));
            }
            evidence.add(evidence(
                    "%02d".formatted(i),
                    i % 2 == 0 ? "" : "java.lang.NullPointerException",
                    operators[i % 12],
                    contexts[i % 4],
                    traces));
        }
        List<SkillProposal> proposals = distiller.distil(evidence);
        assertThat(proposals).hasSizeGreaterThanOrEqualTo(8);
        assertThat(proposals).allSatisfy(p -> {
            assertThat(p.supporting()).isSorted().hasSizeGreaterThanOrEqualTo(8);
            assertThat(p.skill().contexts()).hasSize(1);
            assertThat(p.skill().operations()).isNotEmpty();
        });
        assertThat(proposals.stream().map(p -> p.skill().id())).isSorted().doesNotHaveDuplicates();
        Collections.reverse(evidence);
        assertThat(distiller.distil(evidence)).isEqualTo(proposals);
    }

    @Test
    void no_evidence_no_skill() {
        assertThat(distiller.distil(List.of())).isEmpty();
    }
}
