package org.elenchus.tools.cli.history;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.evaluation.Rise;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.trace.GroupRef;

/**
 * What the journal tells of one run.
 *
 * @param evaluations rollouts at the test tasks by iteration, 0 for the base
 * @param rollouts how many each phase has spent
 * @param solvers versions of the solver's policy, the untrained first; empty until it is open
 * @param tasks candidates by id
 * @param failure why it failed; absent when it did not, or goes on since
 * @param events events of the run in all entities
 */
public record RunHistory(
        String runId,
        RunSpec spec,
        Phase phase,
        int iteration,
        Optional<String> failure,
        List<IterationReport> reports,
        SortedMap<Integer, List<GroupRef>> evaluations,
        SortedMap<Phase, Integer> rollouts,
        List<SolverVersion> solvers,
        List<RepositorySummary> repositories,
        SortedMap<String, TaskRecord> tasks,
        SortedMap<SkillId, SkillRecord> skills,
        int events) {
    public RunHistory {
        reports = List.copyOf(reports);
        evaluations = Collections.unmodifiableSortedMap(new TreeMap<>(evaluations));
        rollouts = Collections.unmodifiableSortedMap(new TreeMap<>(rollouts));
        solvers = List.copyOf(solvers);
        repositories = List.copyOf(repositories);
        tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
    }

    /** What a run's events tell, in the order they were written. @return empty when its start is not among them */
    public static Optional<RunHistory> of(Iterable<JournalEntry> entries) {
        RunFold fold = new RunFold();
        entries.forEach(fold::apply);
        return fold.history();
    }

    /** By how much an iteration that is complete solves more of the test tasks than the base. */
    public Optional<Rise> rise(int index) {
        return index == 0 || reports.size() <= index
                ? Optional.empty()
                : Rise.between(
                        evaluations.getOrDefault(0, List.of()),
                        evaluations.getOrDefault(index, List.of()),
                        DrawKey.of(spec.seed(), "rise", runId, Integer.toString(index)));
    }

    /** The solver's policy as it was left; absent until it is open. */
    public Optional<Digest> solver() {
        return solvers.isEmpty()
                ? Optional.empty()
                : Optional.of(solvers.get(solvers.size() - 1).policy());
    }

    public boolean isFinished() {
        return phase == Phase.FINISHED;
    }

    /** Where it stands, in words. */
    public String standing() {
        return Words.of(phase, iteration);
    }
}
