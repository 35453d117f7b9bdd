package org.elenchus.actors.gates;

import java.util.List;
import java.util.Optional;
import org.elenchus.actors.grading.BrokenState;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.task.Verifier;

/** Valid(τ, v, r) = f₁·f₂·f₃·f₄ (Socratic-SWE, four gates): each gate is tried only if the one before passed. Thread-safe. */
public final class Gates {
    private final Artifacts artifacts;
    private final FormatGate format;
    private final GroundingGate grounding = new GroundingGate();
    private final ExecutionGate execution;
    private final SemanticsGate semantics;

    public Gates(Artifacts artifacts) {
        this(artifacts, GateLimits.DEFAULT);
    }

    public Gates(Artifacts artifacts, GateLimits limits) {
        this.artifacts = artifacts;
        this.format = new FormatGate(limits);
        this.execution = new ExecutionGate(limits);
        this.semantics = new SemanticsGate(limits);
    }

    /**
     * Judges a candidate. Its evidence and, when it is valid, its {@link Task} are stored before this returns.
     *
     * @throws SandboxFault when the infrastructure failed: nothing is known of the candidate
     */
    public Verdict judge(CandidateTask candidate, PreparedRepository repository, Sandbox sandbox) throws SandboxFault {
        Laboratory lab = new Laboratory(repository.summary().snapshot(), sandbox);
        Finding<Task> finding = examine(candidate, repository, lab);
        return switch (finding) {
            case Finding.Refused<Task>(var gate, var reason) ->
                new Verdict.Rejected(
                        candidate.id(),
                        gate,
                        reason,
                        store(new Evidence(
                                candidate.id(), Optional.of(gate), Optional.of(reason), lab.observations())));
            case Finding.Passed<Task>(var task) ->
                new Verdict.Valid(
                        candidate.id(),
                        artifacts.put(task),
                        task.verifier().failToPass().size(),
                        task.verifier().passToPass().size(),
                        store(new Evidence(candidate.id(), Optional.empty(), Optional.empty(), lab.observations())));
        };
    }

    private Finding<Task> examine(CandidateTask candidate, PreparedRepository repository, Laboratory lab)
            throws SandboxFault {
        if (format.check(candidate, repository) instanceof Finding.Refused<CandidateTask> refused) {
            return refused.retyped();
        }
        return switch (grounding.check(candidate, repository)) {
            case Finding.Refused<BrokenState> refused -> refused.retyped();
            case Finding.Passed<BrokenState>(var broken) -> execute(candidate, broken, repository, lab);
        };
    }

    private Finding<Task> execute(
            CandidateTask candidate, BrokenState broken, PreparedRepository repository, Laboratory lab)
            throws SandboxFault {
        Finding<ExecutionGate.Stable> executed = execution.check(candidate.tests(), broken, repository, lab);
        return switch (executed) {
            case Finding.Refused<ExecutionGate.Stable> refused -> refused.retyped();
            case Finding.Passed<ExecutionGate.Stable>(var stable) -> {
                Finding<Verifier> separated = semantics.check(candidate, stable, repository, lab);
                yield switch (separated) {
                    case Finding.Refused<Verifier> refused -> refused.retyped();
                    case Finding.Passed<Verifier>(var verifier) ->
                        new Finding.Passed<>(task(candidate, verifier, stable));
                };
            }
        };
    }

    private static Task task(CandidateTask candidate, Verifier verifier, ExecutionGate.Stable stable) {
        return new Task(
                candidate.id(),
                candidate.pool(),
                candidate.repository(),
                candidate.snapshot(),
                candidate.skill(),
                candidate.breaking(),
                candidate.mutations(),
                candidate.statement(),
                verifier,
                List.copyOf(stable.failing()));
    }

    private Digest store(Evidence evidence) {
        return artifacts.put(evidence);
    }
}
