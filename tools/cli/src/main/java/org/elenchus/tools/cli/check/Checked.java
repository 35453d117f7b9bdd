package org.elenchus.tools.cli.check;

import java.util.List;
import java.util.Optional;
import org.elenchus.actors.gates.Evidence;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Task;

/**
 * What came of a check.
 *
 * @param refusedBy the gate that rejected the task; absent when it is valid
 * @param reason why
 * @param evidence what the gates saw, in order
 * @param artifact where the task is kept, when it is valid
 */
record Checked(
        RepositorySummary repository,
        Optional<Gate> refusedBy,
        String reason,
        List<Evidence.Observation> evidence,
        Optional<Task> task,
        Optional<Digest> artifact) {
    /** The gates a task written by hand meets, in order. */
    static final List<Gate> GATES = List.of(Gate.FORMAT, Gate.GROUNDING, Gate.EXECUTION, Gate.SEMANTICS);

    Checked {
        evidence = List.copyOf(evidence);
    }

    static Checked refused(RepositorySummary repository, Gate gate, String reason, List<Evidence.Observation> seen) {
        return new Checked(repository, Optional.of(gate), reason, seen, Optional.empty(), Optional.empty());
    }

    static Checked valid(RepositorySummary repository, Task task, Digest artifact, List<Evidence.Observation> seen) {
        return new Checked(repository, Optional.empty(), "", seen, Optional.of(task), Optional.of(artifact));
    }

    boolean isValid() {
        return refusedBy.isEmpty();
    }

    /** What a gate said: {@code passed}, {@code rejected}, or {@code not tried}. */
    String said(Gate gate) {
        if (refusedBy.isEmpty() || gate.compareTo(refusedBy.get()) < 0) {
            return "passed";
        }
        return refusedBy.get() == gate ? "rejected" : "not tried";
    }
}
