package org.elenchus.actors.solver;

import java.util.Optional;
import org.elenchus.actors.slot.Work;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.solver.SolverProtocol.Attempt;
import org.elenchus.protocol.solver.SolverProtocol.Event;
import org.elenchus.protocol.solver.SolverProtocol.GroupAttempted;
import org.elenchus.protocol.solver.SolverProtocol.GroupUnattempted;
import org.elenchus.protocol.solver.SolverProtocol.Opened;
import org.elenchus.protocol.solver.SolverProtocol.PolicyUpdated;
import org.elenchus.protocol.solver.SolverProtocol.Reply;
import org.elenchus.protocol.solver.SolverProtocol.Unattempted;

/** What requests call for and what results mean. Pure. */
final class SolverDecisions {
    private SolverDecisions() {}

    /** The current policies, once there are any. */
    static Optional<Opened> opened(SolverState state) {
        return state.isOpen()
                ? Optional.of(new Opened(state.current(Role.SOLVER), state.current(Role.GENERATOR), state.planter()))
                : Optional.empty();
    }

    /** What answers an attempt from memory. One the infrastructure missed does not: whoever asks again wants it tried again. */
    static Optional<Reply> attempted(SolverState state, String key) {
        return state.answer(key).filter(reply -> !(reply instanceof Unattempted));
    }

    /** The work of an attempt: under the policy in use at the time of asking. */
    static Work.AttemptTask work(SolverState state, Attempt attempt, String workId) {
        return new Work.AttemptTask(
                workId,
                attempt.groupId(),
                attempt.taskId(),
                attempt.task(),
                state.current(Role.SOLVER),
                attempt.rollouts(),
                attempt.edits(),
                state.seed());
    }

    /** The event that an attempt's result is. */
    static Event conclude(Attempt attempt, WorkResult result) {
        return switch (result) {
            case WorkResult.GroupAttempted done -> new GroupAttempted(done.group(), done.policy());
            case WorkResult.Faulted faulted ->
                new GroupUnattempted(attempt.groupId(), attempt.taskId(), faulted.fault());
            case WorkResult.RepositoryReady other -> throw misdelivered(other);
            case WorkResult.RepositoryUnusable other -> throw misdelivered(other);
            case WorkResult.CandidateJudged other -> throw misdelivered(other);
        };
    }

    /** Whether an update was made from the version that is still in use. */
    static boolean isCurrent(SolverState state, PolicyUpdated updated) {
        return state.current(updated.role()).equals(updated.parent());
    }

    private static IllegalArgumentException misdelivered(WorkResult result) {
        return new IllegalArgumentException("not the result of an attempt: " + result);
    }
}
