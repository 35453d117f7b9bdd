package org.elenchus.actors.gates;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.grading.BrokenState;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.protocol.task.Verifier;

/**
 * Gate 4: v separates the broken from the repaired state, a valid repair exists (the original), and every part of the patch has its share
 * in the failure (inverse mutation).
 */
final class SemanticsGate {
    private final GateLimits limits;

    SemanticsGate(GateLimits limits) {
        this.limits = limits;
    }

    Finding<Verifier> check(
            CandidateTask candidate, ExecutionGate.Stable stable, PreparedRepository repository, Laboratory lab)
            throws SandboxFault {
        int failing = stable.failing().size();
        if (failing == 0) {
            return refused("no test is seen to fail in the broken state");
        }
        if (failing > limits.failToPass()) {
            return refused("too blunt: more than " + limits.failToPass() + " tests fail");
        }
        Verifier verifier =
                new Verifier(budgeted(stable.failing(), repository), budgeted(stable.passing(), repository));
        Execution original = lab.execute("original", Overlay.NONE, verifier.all());
        if (!(original instanceof Execution.TestsRan ran)) {
            return new Finding.Refused<>(Gate.EXECUTION, "the original does not run: " + OutcomeKind.of(original));
        }
        if (passes(ran) < verifier.all().size()) {
            return refused("the original does not pass every test");
        }
        for (Part part : parts(candidate)) {
            if (!contributes(part, verifier, repository, lab)) {
                return refused("reverting " + part.name() + " alone mends no test, so it has no share in the failure");
            }
        }
        return new Finding.Passed<>(verifier);
    }

    /** @param rest the breaking patch without this part */
    private record Part(String name, Patch rest) {}

    /** Every file of several; and every edit of a file whose edits are mutations of their own, as long as they are few. */
    private List<Part> parts(CandidateTask candidate) {
        Patch breaking = candidate.breaking();
        List<Part> parts = new ArrayList<>();
        for (String path : breaking.paths()) {
            if (breaking.paths().size() > 1) {
                parts.add(new Part(path, breaking.without(path)));
            }
            List<TextEdit> edits = breaking.edits().stream()
                    .filter(edit -> edit.path().equals(path))
                    .toList();
            long mutations = candidate.mutations().stream()
                    .map(Mutation::path)
                    .filter(path::equals)
                    .count();
            if (edits.size() > 1 && edits.size() == mutations && edits.size() <= limits.revertedAlone()) {
                edits.forEach(edit -> parts.add(new Part(path + "@" + edit.offset(), without(breaking, edit))));
            }
        }
        return parts;
    }

    private static Patch without(Patch patch, TextEdit edit) {
        return new Patch(
                patch.edits().stream().filter(other -> !other.equals(edit)).toList());
    }

    private static boolean contributes(Part part, Verifier verifier, PreparedRepository repository, Laboratory lab)
            throws SandboxFault {
        try {
            Overlay overlay = BrokenState.of(repository, part.rest()).overlay();
            return lab.execute("without " + part.name(), overlay, verifier.failToPass())
                            instanceof Execution.TestsRan ran
                    && passes(ran) > 0;
        } catch (Patch.DoesNotApply e) {
            return false;
        }
    }

    private static long passes(Execution.TestsRan ran) {
        return ran.results().stream()
                .filter(result -> result.outcome().passed())
                .count();
    }

    private static List<TestRun> budgeted(List<TestResult> results, PreparedRepository repository) {
        return results.stream()
                .map(result -> repository.budgeted(result.test()))
                .toList();
    }

    private static Finding<Verifier> refused(String reason) {
        return new Finding.Refused<>(Gate.SEMANTICS, reason);
    }
}
