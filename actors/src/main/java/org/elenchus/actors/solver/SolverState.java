package org.elenchus.actors.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.UpdateStatistics;
import org.elenchus.protocol.solver.SolverProtocol.Attempted;
import org.elenchus.protocol.solver.SolverProtocol.Event;
import org.elenchus.protocol.solver.SolverProtocol.GroupAttempted;
import org.elenchus.protocol.solver.SolverProtocol.GroupUnattempted;
import org.elenchus.protocol.solver.SolverProtocol.PolicyUpdated;
import org.elenchus.protocol.solver.SolverProtocol.Reply;
import org.elenchus.protocol.solver.SolverProtocol.Scored;
import org.elenchus.protocol.solver.SolverProtocol.SolverOpened;
import org.elenchus.protocol.solver.SolverProtocol.TasksScored;
import org.elenchus.protocol.solver.SolverProtocol.Trained;
import org.elenchus.protocol.solver.SolverProtocol.Unattempted;

/**
 * The policy in both roles, and every answer given.
 *
 * @param seed the run's seed; 0 until opened
 * @param solver versions of the solver's policy, base first; empty until opened
 * @param generator versions of the generator's policy, base first; empty until opened
 * @param planter the generator's policy that plants held-out tasks; absent where it is the base
 * @param answers by {@link #attempt}, {@link #score} and {@link #train} keys
 */
record SolverState(
        long seed,
        List<Version> solver,
        List<Version> generator,
        Optional<Digest> planter,
        SortedMap<String, Reply> answers) {
    static final SolverState EMPTY = new SolverState(0, List.of(), List.of(), Optional.empty(), new TreeMap<>());

    SolverState {
        solver = List.copyOf(solver);
        generator = List.copyOf(generator);
        // Snapshots of earlier versions have none.
        planter = Objects.requireNonNullElse(planter, Optional.empty());
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** @param parent the version it was made from, and how; both absent in a base policy */
    record Version(Digest policy, Optional<Digest> parent, Optional<UpdateStatistics> statistics) {
        static Version base(Digest policy) {
            return new Version(policy, Optional.empty(), Optional.empty());
        }
    }

    static String attempt(String groupId) {
        return "attempt|" + groupId;
    }

    static String score(String requestId) {
        return "score|" + requestId;
    }

    static String train(String requestId) {
        return "train|" + requestId;
    }

    boolean isOpen() {
        return !solver.isEmpty();
    }

    Optional<Reply> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    List<Version> versions(Role role) {
        return switch (role) {
            case SOLVER -> solver;
            case GENERATOR -> generator;
        };
    }

    /** The version in use. */
    Digest current(Role role) {
        List<Version> versions = versions(role);
        return versions.get(versions.size() - 1).policy();
    }

    /** The reference policy of the role: what it was before any training. */
    Digest base(Role role) {
        return versions(role).get(0).policy();
    }

    SolverState apply(Event event) {
        return switch (event) {
            case SolverOpened opened ->
                new SolverState(
                        opened.seed(),
                        List.of(Version.base(opened.solver())),
                        List.of(Version.base(opened.generator())),
                        opened.planter(),
                        answers);
            case GroupAttempted attempted ->
                answered(attempt(attempted.group().id()), new Attempted(attempted.group()));
            case GroupUnattempted missed ->
                answered(attempt(missed.groupId()), new Unattempted(missed.groupId(), missed.taskId(), missed.fault()));
            case TasksScored scored ->
                answered(
                        score(scored.requestId()),
                        new Scored(scored.requestId(), scored.anchorNorm(), scored.scores()));
            case PolicyUpdated updated -> updated(updated);
        };
    }

    private SolverState answered(String key, Reply reply) {
        SortedMap<String, Reply> more = new TreeMap<>(answers);
        more.put(key, reply);
        return new SolverState(seed, solver, generator, planter, more);
    }

    private SolverState updated(PolicyUpdated updated) {
        if (!current(updated.role()).equals(updated.parent())) {
            throw new IllegalStateException("an update of a version that is not in use: " + updated);
        }
        List<Version> longer = new ArrayList<>(versions(updated.role()));
        longer.add(new Version(updated.policy(), Optional.of(updated.parent()), Optional.of(updated.statistics())));
        SolverState answered = answered(
                train(updated.requestId()),
                new Trained(updated.requestId(), updated.role(), updated.policy(), updated.statistics()));
        return switch (updated.role()) {
            case SOLVER -> new SolverState(seed, longer, generator, planter, answered.answers());
            case GENERATOR -> new SolverState(seed, solver, longer, planter, answered.answers());
        };
    }
}
