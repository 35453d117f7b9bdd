package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.run.EvolutionRunProtocol.CandidatesReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupMissed;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.IterationCompleted;
import org.elenchus.protocol.run.EvolutionRunProtocol.OutcomesAcknowledged;
import org.elenchus.protocol.run.EvolutionRunProtocol.PhaseEntered;
import org.elenchus.protocol.run.EvolutionRunProtocol.PolicyReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.RepositoryReady;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunCancelled;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunPaused;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunResumed;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunStarted;
import org.elenchus.protocol.run.EvolutionRunProtocol.ScoresReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.ShareSet;
import org.elenchus.protocol.run.EvolutionRunProtocol.SkillsReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.SolverReady;
import org.elenchus.protocol.run.EvolutionRunProtocol.TasksPlanted;
import org.elenchus.protocol.run.EvolutionRunProtocol.TasksSelected;
import org.elenchus.protocol.run.EvolutionRunProtocol.VerdictReceived;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.trace.GroupRef;

/**
 * A run under way, ended or failed.
 *
 * @param repositories prepared repositories by coordinate
 * @param policies digests of the current policies by role, once the solver is open; and what plants held-out tasks where that is another
 * @param planted the pools' tasks, once planted
 * @param taken what candidates before this phase's were, by repository: the first digits of their contents
 * @param curriculum every task admitted so far, in order of admission
 * @param undistilled training groups of the previous iteration, whose traces the next distillation reads
 * @param reports index 0 is the base
 * @param share of the cluster's slots
 */
record Started(
        RunSpec spec,
        Position at,
        SortedMap<String, RepositorySummary> repositories,
        SortedMap<String, Digest> policies,
        Optional<Planted> planted,
        SortedMap<String, SortedSet<String>> taken,
        List<Admitted> curriculum,
        Work work,
        List<GroupRef> undistilled,
        List<IterationReport> reports,
        Share share)
        implements RunState {
    Started {
        // Snapshots of earlier versions have none.
        share = Objects.requireNonNullElse(share, Share.DEFAULT);
    }

    private static final String PLANTER = "PLANTER";
    private static final String CANCELLED = "cancelled; whoever starts it again goes on from here";

    static Started with(RunSpec spec) {
        SortedMap<String, RepositorySummary> none = Collections.emptySortedMap();
        SortedMap<String, Digest> closed = Collections.emptySortedMap();
        Position at = Position.in(Phase.PREPARING, 0, 0);
        SortedMap<String, SortedSet<String>> nothing = Collections.emptySortedMap();
        return new Started(
                spec,
                at,
                none,
                closed,
                Optional.empty(),
                nothing,
                List.of(),
                Work.NONE,
                List.of(),
                List.of(),
                Share.DEFAULT);
    }

    @Override
    public Started apply(Event event) {
        return switch (event) {
            case RunStarted again -> throw new IllegalStateException("the run has begun already: " + again);
            case PhaseEntered e -> moved(Position.in(e.phase(), e.iteration(), e.round()));
            case RepositoryReady ready -> prepared(ready.summary());
            case SolverReady ready -> {
                Started open = withPolicy(Role.SOLVER.name(), ready.solver())
                        .withPolicy(Role.GENERATOR.name(), ready.generator());
                yield ready.planter()
                        .map(planter -> open.withPolicy(PLANTER, planter))
                        .orElse(open);
            }
            case CandidatesReceived e ->
                with(work.withProposal(new Proposal(
                        e.requestId(), e.skill(), e.pool(), e.repository(), e.asked(), e.candidates(), e.proposals())));
            case VerdictReceived e -> with(work.withVerdict(e.verdict()));
            case TasksPlanted e -> planted(e);
            case GroupReceived e -> with(work.withGroup(e.group()));
            case GroupMissed e -> with(work.withMissed(e.groupId(), e.fault()));
            case SkillsReceived e -> with(work.withSkills(e.active()));
            case ScoresReceived e -> with(work.withScores(byTask(e.scores())));
            case TasksSelected e -> selected(e);
            case OutcomesAcknowledged e -> with(work.withAcknowledged(e.skill().value()));
            case PolicyReceived e ->
                withPolicy(e.role().name(), e.policy())
                        .with(work.withTrained(Ids.train(e.iteration(), e.round(), e.role())));
            case IterationCompleted e -> completed(e.report());
            case RunFailed e -> moved(at.failed(e.reason()));
            case RunPaused e -> moved(at.standing());
            case RunCancelled e -> moved(at.failed(CANCELLED));
            case ShareSet e -> with(e.share());
            case RunResumed e -> resumed(e);
        };
    }

    /** The digest of a role's current policy. */
    Digest policy(Role role) {
        Digest digest = policies.get(role.name());
        if (digest == null) {
            throw new IllegalStateException("the solver is not open yet");
        }
        return digest;
    }

    /** The digest of the generator's policy that plants a pool. */
    Digest planter(Pool pool) {
        Digest generator = policy(Role.GENERATOR);
        return pool == Pool.TRAIN ? generator : policies.getOrDefault(PLANTER, generator);
    }

    RepositorySummary repository(RepositoryCoordinate coordinate) {
        RepositorySummary summary = repositories.get(coordinate.value());
        if (summary == null) {
            throw new IllegalStateException(coordinate + " is not prepared yet");
        }
        return summary;
    }

    Planted pools() {
        return planted.orElseThrow(() -> new IllegalStateException("no tasks are planted yet"));
    }

    /** Whether this iteration's report is written. */
    boolean reported() {
        return reports.size() > at.iteration();
    }

    /** Where every validation task was missed, all are asked for again: with no anchor the run would only fail once more. */
    private Started resumed(RunResumed e) {
        Started again = moved(Position.in(e.phase(), e.iteration(), e.round()));
        return e.phase() == Phase.ANCHORING && Scoring.anchor(again).isEmpty()
                ? again.with(work.withoutMissed(Ids.group(e.phase(), e.iteration(), e.round(), "")))
                : again;
    }

    private Started moved(Position at) {
        return new Started(
                spec, at, repositories, policies, planted, taken, curriculum, work, undistilled, reports, share);
    }

    private Started prepared(RepositorySummary summary) {
        var repositories = Sorted.with(this.repositories, summary.coordinate().value(), summary);
        return new Started(
                spec, at, repositories, policies, planted, taken, curriculum, work, undistilled, reports, share);
    }

    private Started withPolicy(String name, Digest policy) {
        var policies = Sorted.with(this.policies, name, policy);
        return new Started(
                spec, at, repositories, policies, planted, taken, curriculum, work, undistilled, reports, share);
    }

    private Started with(Share share) {
        return new Started(
                spec, at, repositories, policies, planted, taken, curriculum, work, undistilled, reports, share);
    }

    private Started with(Work work) {
        return new Started(
                spec, at, repositories, policies, planted, taken, curriculum, work, undistilled, reports, share);
    }

    private Started planted(TasksPlanted e) {
        var valid = validById();
        var planted = Optional.of(
                new Planted(lookUp(e.validation(), valid), lookUp(e.test(), valid), lookUp(e.seed(), valid)));
        return new Started(
                spec,
                at,
                repositories,
                policies,
                planted,
                takenByNow(),
                curriculum,
                Work.NONE,
                undistilled,
                reports,
                share);
    }

    private SortedMap<String, SortedSet<String>> takenByNow() {
        SortedMap<String, SortedSet<String>> more = new TreeMap<>();
        taken.forEach((repository, contents) -> more.put(repository, new TreeSet<>(contents)));
        for (Proposal proposal : work.proposals().values()) {
            SortedSet<String> contents =
                    more.computeIfAbsent(proposal.repository().value(), r -> new TreeSet<>());
            proposal.candidates()
                    .forEach(candidate -> contents.add(candidate.content().brief()));
        }
        return Collections.unmodifiableSortedMap(more);
    }

    /** What was asked of a repository before: the first digits of candidates' contents, ascending. */
    List<String> taken(RepositoryCoordinate repository) {
        return List.copyOf(taken.getOrDefault(repository.value(), Collections.emptySortedSet()));
    }

    private Started selected(TasksSelected e) {
        List<Admitted> longer = new ArrayList<>(this.curriculum);
        lookUp(e.admitted(), validById()).forEach(task -> longer.add(new Admitted(e.iteration(), task)));
        var curriculum = List.copyOf(longer);
        var work = this.work.withSelection(new Selection(e.admitted(), e.misaligned(), e.surplus()));
        return new Started(
                spec, at, repositories, policies, planted, taken, curriculum, work, undistilled, reports, share);
    }

    private Started completed(IterationReport report) {
        List<IterationReport> longer = new ArrayList<>(this.reports);
        longer.add(report);
        var reports = List.copyOf(longer);
        var undistilled = Training.groups(this);
        return new Started(
                spec,
                at,
                repositories,
                policies,
                planted,
                takenByNow(),
                curriculum,
                Work.NONE,
                undistilled,
                reports,
                share);
    }

    private Map<String, TaskRef> validById() {
        return work.validTasks().stream().collect(Collectors.toMap(TaskRef::id, task -> task));
    }

    private static List<TaskRef> lookUp(List<String> ids, Map<String, TaskRef> valid) {
        return ids.stream()
                .map(id -> Optional.ofNullable(valid.get(id))
                        .orElseThrow(() -> new IllegalStateException("no valid task has the id " + id)))
                .toList();
    }

    private static SortedMap<String, TaskScore> byTask(List<TaskScore> scores) {
        SortedMap<String, TaskScore> byTask = new TreeMap<>();
        scores.forEach(score -> byTask.put(score.taskId(), score));
        return Collections.unmodifiableSortedMap(byTask);
    }
}
