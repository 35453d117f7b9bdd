package org.elenchus.actors.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.actors.wiring.RoundTrip;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.learning.UpdateStatistics;
import org.elenchus.protocol.solver.SolverProtocol.Attempt;
import org.elenchus.protocol.solver.SolverProtocol.GroupAttempted;
import org.elenchus.protocol.solver.SolverProtocol.GroupUnattempted;
import org.elenchus.protocol.solver.SolverProtocol.PolicyUpdated;
import org.elenchus.protocol.solver.SolverProtocol.SolverOpened;
import org.elenchus.protocol.solver.SolverProtocol.TasksScored;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;

class SolverStateTest {
    private static final UpdateStatistics STATISTICS = new UpdateStatistics(3, 1, 0.5, 0.1, 0.01, 2);
    private static final SolverState OPEN =
            SolverState.EMPTY.apply(new SolverOpened("run-1", -7, Digest.of("s0"), Digest.of("g0"), Optional.empty()));

    private static PolicyUpdated updated(Role role, String parent, String policy) {
        return new PolicyUpdated("train/" + policy, role, Digest.of(parent), Digest.of(policy), STATISTICS);
    }

    @Test
    void roles_have_versions_of_their_own_and_keep_their_base() {
        SolverState state = OPEN.apply(updated(Role.SOLVER, "s0", "s1"))
                .apply(updated(Role.GENERATOR, "g0", "g1"))
                .apply(updated(Role.SOLVER, "s1", "s2"));
        assertThat(state.current(Role.SOLVER)).isEqualTo(Digest.of("s2"));
        assertThat(state.current(Role.GENERATOR)).isEqualTo(Digest.of("g1"));
        assertThat(state.base(Role.SOLVER)).isEqualTo(Digest.of("s0"));
    }

    @Test
    void an_update_of_an_older_version_is_impossible() {
        SolverState state = OPEN.apply(updated(Role.SOLVER, "s0", "s1"));
        assertThatThrownBy(() -> state.apply(updated(Role.SOLVER, "s0", "other")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_attempt_is_made_under_the_policy_in_use_when_it_is_asked() {
        SolverState state = OPEN.apply(updated(Role.SOLVER, "s0", "s1"));
        Attempt attempt = new Attempt("g", "t", Digest.of("t"), 8, 6, RoundTrip.anyone());
        assertThat(SolverDecisions.work(state, attempt, "w").policy()).isEqualTo(Digest.of("s1"));
        assertThat(SolverDecisions.conclude(attempt, new WorkResult.Faulted("w", "lost")))
                .isEqualTo(new GroupUnattempted("g", "t", "lost"));
    }

    @Test
    void a_snapshot_holds_all_that_was_answered() {
        SolverState state = OPEN.apply(updated(Role.SOLVER, "s0", "s1"))
                .apply(new GroupAttempted(
                        new GroupRef("g", "t", Digest.of("t"), Digest.of("a"), 8, 3), Digest.of("s1")))
                .apply(new GroupUnattempted("h", "t", "lost"))
                .apply(new TasksScored("score/1", 0.5, List.of(new TaskScore("t", 0.1, 0.2, 0.3, 0.4))));
        assertThat(RoundTrip.of(state)).isEqualTo(state);
        assertThat(RoundTrip.manifest(state)).doesNotContain("elenchus");
        assertThat(state.answers()).hasSize(4);
    }
}
