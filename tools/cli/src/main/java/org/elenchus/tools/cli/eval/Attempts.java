package org.elenchus.tools.cli.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.trace.Step;
import org.elenchus.tools.cli.eval.dataset.PosedTask;
import org.elenchus.tools.cli.eval.dataset.PosedTask.Grade;

/**
 * Makes attempts. Each is a row of rollouts of so many edits; candidates that were executed before in the same attempt cost no budget, and
 * an attempt whose rollouts find nothing new any more ends before its budget does.
 *
 * @param attempts at each task
 * @param budget distinct candidates an attempt may execute
 * @param edits a rollout may try
 */
record Attempts(SolverAgent solver, Policy policy, int attempts, int budget, int edits) {
    private static final int BATCH = 4;
    private static final int IDLE_BATCHES = 8;

    /** @param key of the task's draws */
    List<Attempt> at(PosedTask task, DrawKey key, Sandbox sandbox) throws SandboxFault {
        List<Attempt> made = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            made.add(attempt(task, key.at(Integer.toString(i)), sandbox));
        }
        return made;
    }

    private Attempt attempt(PosedTask task, DrawKey key, Sandbox sandbox) throws SandboxFault {
        CandidateCount counted =
                new CandidateCount(sandbox, task.shown().state().broken());
        Set<Patch> refused = new HashSet<>();
        int rollouts = 0;
        int idle = 0;
        for (int batch = 0; counted.candidates() < budget && idle < IDLE_BATCHES; batch++) {
            int before = counted.candidates();
            int drawn = Math.min(BATCH, Math.ceilDiv(budget - before, edits));
            for (Patch patch : handedIn(task, drawn, key.at(Integer.toString(batch)), counted)) {
                OptionalInt number = counted.number(task.shown().with(patch));
                Grade grade = refused.add(patch) && within(number) ? task.grade(patch, sandbox) : Grade.NOT_PLAUSIBLE;
                if (grade != Grade.NOT_PLAUSIBLE) {
                    int executed = number.orElse(counted.candidates());
                    return new Attempt(grade, patch, OptionalInt.of(executed), executed, rollouts + drawn);
                }
            }
            rollouts += drawn;
            idle = counted.candidates() == before ? idle + 1 : 0;
        }
        return new Attempt(
                Grade.NOT_PLAUSIBLE,
                Patch.EMPTY,
                OptionalInt.empty(),
                Math.min(budget, counted.candidates()),
                rollouts);
    }

    private boolean within(OptionalInt number) {
        return number.isEmpty() || number.getAsInt() <= budget;
    }

    /** Patches with which the tests shown were seen to pass, in the order they were handed in. */
    private List<Patch> handedIn(PosedTask task, int rollouts, DrawKey key, Sandbox sandbox) throws SandboxFault {
        List<Patch> patches = new ArrayList<>();
        for (List<Step> steps : solver.attempt(task.shown().problem(), policy, rollouts, edits, key, sandbox)
                .rollouts()) {
            if (steps.size() > 1
                    && steps.get(steps.size() - 1) instanceof Step.Submit submit
                    && steps.get(steps.size() - 2) instanceof Step.Test last
                    && last.failed() == 0
                    && !submit.patch().edits().isEmpty()) {
                patches.add(submit.patch());
            }
        }
        return patches;
    }
}
