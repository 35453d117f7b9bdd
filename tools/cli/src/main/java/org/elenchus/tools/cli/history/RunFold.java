package org.elenchus.tools.cli.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.trace.GroupRef;
import org.jspecify.annotations.Nullable;

/** One run's events, taken in one by one. */
final class RunFold {
    private @Nullable RunSpec spec;
    private Phase phase = Phase.PREPARING;
    private int iteration;
    private Optional<String> failure = Optional.empty();
    private int events;
    private final List<IterationReport> reports = new ArrayList<>();
    private final List<RepositorySummary> repositories = new ArrayList<>();
    private final SortedMap<String, TaskRecord> tasks = new TreeMap<>();
    private final SortedMap<Integer, List<GroupRef>> evaluations = new TreeMap<>();
    private final SortedMap<Phase, Integer> rollouts = new TreeMap<>();
    private final List<SolverVersion> solvers = new ArrayList<>();
    private final Map<String, SkillFold> skills = new TreeMap<>();
    private final SortedSet<SkillId> active = new TreeSet<>();
    private final Map<SkillId, String> retired = new TreeMap<>();

    void apply(JournalEntry entry) {
        events++;
        switch (entry.event()) {
            case EvolutionRunProtocol.Event event -> applyRun(event);
            case SkillProtocol.Event event ->
                skills.computeIfAbsent(entry.persistenceId(), id -> new SkillFold())
                        .apply(event);
            case CuratorProtocol.Event event -> applyRegistry(event);
            default -> {
                // Repository, Solver and Validator: the run's own events repeat what is shown of them.
            }
        }
    }

    private void applyRun(EvolutionRunProtocol.Event event) {
        switch (event) {
            case EvolutionRunProtocol.RunStarted started -> {
                spec = started.spec();
                phase = Phase.PREPARING;
            }
            case EvolutionRunProtocol.PhaseEntered entered -> {
                phase = entered.phase();
                iteration = entered.iteration();
                failure = Optional.empty();
            }
            case EvolutionRunProtocol.RepositoryReady ready -> repositories.add(ready.summary());
            case EvolutionRunProtocol.SolverReady ready -> open(ready.solver());
            case EvolutionRunProtocol.CandidatesReceived received -> propose(received);
            case EvolutionRunProtocol.VerdictReceived received ->
                update(received.verdict().candidate(), task -> task.judged(received.verdict()));
            case EvolutionRunProtocol.TasksPlanted planted -> {}
            case EvolutionRunProtocol.GroupReceived received -> attempt(received.group());
            case EvolutionRunProtocol.GroupMissed missed -> {}
            case EvolutionRunProtocol.SkillsReceived received -> {}
            case EvolutionRunProtocol.ScoresReceived received ->
                received.scores().forEach(score -> update(score.taskId(), task -> task.scored(score)));
            case EvolutionRunProtocol.TasksSelected selected -> select(selected);
            case EvolutionRunProtocol.OutcomesAcknowledged acknowledged -> {}
            case EvolutionRunProtocol.PolicyReceived received -> {
                if (received.role() == Role.SOLVER) {
                    solvers.add(new SolverVersion(
                            solvers.size(), received.iteration(), received.round(), received.policy()));
                }
            }
            case EvolutionRunProtocol.IterationCompleted completed -> reports.add(completed.report());
            case EvolutionRunProtocol.RunFailed failed -> {
                phase = Phase.FAILED;
                failure = Optional.of(failed.reason());
            }
            case EvolutionRunProtocol.RunPaused paused -> phase = Phase.PAUSED;
            case EvolutionRunProtocol.RunCancelled cancelled -> {
                phase = Phase.FAILED;
                failure = Optional.of("cancelled");
            }
            case EvolutionRunProtocol.ShareSet set -> {}
            case EvolutionRunProtocol.RunResumed resumed -> {
                phase = resumed.phase();
                iteration = resumed.iteration();
                failure = Optional.empty();
            }
        }
    }

    private void open(Digest base) {
        if (solvers.isEmpty()) {
            solvers.add(SolverVersion.base(base));
        }
    }

    private void propose(EvolutionRunProtocol.CandidatesReceived received) {
        received.candidates()
                .forEach(candidate -> tasks.put(
                        candidate.id(),
                        TaskRecord.proposed(candidate, received.requestId(), received.pool(), received.repository())));
    }

    private void attempt(GroupRef group) {
        update(group.taskId(), task -> task.attempted(group));
        rollouts.merge(phase, group.rollouts(), Integer::sum);
        if (phase == Phase.BASELINE || phase == Phase.EVALUATING) {
            evaluations.computeIfAbsent(iteration, i -> new ArrayList<>()).add(group);
        }
    }

    private void select(EvolutionRunProtocol.TasksSelected selected) {
        end(selected.admitted(), End.ADMITTED, selected.iteration());
        end(selected.misaligned(), End.MISALIGNED, selected.iteration());
        end(selected.surplus(), End.SURPLUS, selected.iteration());
    }

    private void end(List<String> ids, End end, int in) {
        ids.forEach(id -> update(id, task -> task.ended(end, in)));
    }

    private void update(String id, UnaryOperator<TaskRecord> change) {
        tasks.computeIfPresent(id, (key, task) -> change.apply(task));
    }

    private void applyRegistry(CuratorProtocol.Event event) {
        switch (event) {
            case CuratorProtocol.TracesDistilled distilled ->
                distilled.decisions().forEach(this::note);
            case CuratorProtocol.RegistryUpdated updated -> {
                active.clear();
                updated.active().stream().map(SkillRef::id).forEach(active::add);
                active.forEach(retired::remove);
            }
        }
    }

    private void note(CuratorProtocol.Decision decision) {
        switch (decision) {
            case CuratorProtocol.Proposed proposed -> {}
            case CuratorProtocol.Merged merged -> {}
            case CuratorProtocol.Filtered filtered -> {}
            case CuratorProtocol.Retired left -> retired.put(left.skill(), left.reason());
        }
    }

    /** Absent while nothing has told of its start. */
    Optional<RunHistory> history() {
        RunSpec started = spec;
        if (started == null) {
            return Optional.empty();
        }
        SortedMap<SkillId, SkillRecord> records = new TreeMap<>();
        skills.values()
                .forEach(fold -> fold.record(active, retired).ifPresent(record -> records.put(record.id(), record)));
        return Optional.of(new RunHistory(
                started.runId(),
                started,
                phase,
                iteration,
                failure,
                reports,
                evaluations,
                rollouts,
                solvers,
                repositories,
                tasks,
                records,
                events));
    }
}
