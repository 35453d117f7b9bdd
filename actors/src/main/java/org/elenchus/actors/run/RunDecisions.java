package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.elenchus.actors.run.Request.Judge;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.actors.run.Request.RecordOutcomes;
import org.elenchus.actors.run.Request.Train;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.run.EvolutionRunProtocol.CandidatesReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupMissed;
import org.elenchus.protocol.run.EvolutionRunProtocol.GroupReceived;
import org.elenchus.protocol.run.EvolutionRunProtocol.OutcomesAcknowledged;
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
import org.elenchus.protocol.run.EvolutionRunProtocol.VerdictReceived;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.validator.ValidatorProtocol;

/**
 * What happens next, from the state and a reply alone. A reply nobody waits for (a duplicate, or one that comes late) decides nothing:
 * the list is empty.
 */
final class RunDecisions {
    private final Progression progression;

    RunDecisions(SolveRates rates) {
        this.progression = new Progression(rates);
    }

    /** A run starts once; one that stands still goes on. */
    List<Event> start(RunState state, RunSpec spec) {
        return switch (state) {
            case RunState.NotStarted none -> {
                RunStarted started = new RunStarted(spec);
                yield withConsequences(none.apply(started), started);
            }
            case Started s -> resume(s);
        };
    }

    /** A run that failed, was cancelled or paused goes on where it stands; any other does what is due. */
    List<Event> resume(Started s) {
        Position at = s.at();
        if (at.failure().isEmpty() && !at.paused()) {
            return due(s);
        }
        RunResumed again = new RunResumed(at.phase(), at.iteration(), at.round());
        return withConsequences(s.apply(again), again);
    }

    List<Event> pause(Started s) {
        return s.at().idle() ? List.of() : List.of(new RunPaused());
    }

    /** A paused run can be cancelled too; one that has ended stays as it is. */
    List<Event> cancel(Started s) {
        return s.at().ended() ? List.of() : List.of(new RunCancelled());
    }

    List<Event> share(Started s, Share share) {
        return s.at().ended() || s.share().equals(share) ? List.of() : List.of(new ShareSet(share));
    }

    /** What is due without any reply: nothing, unless a stop came between an answer and its consequence. */
    List<Event> due(Started s) {
        List<Event> events = new ArrayList<>();
        Started now = s;
        while (!now.at().idle() && Agenda.pending(now).isEmpty()) {
            Event next = progression.next(now);
            events.add(next);
            now = now.apply(next);
        }
        return events;
    }

    List<Event> on(Started s, RepositoryProtocol.Reply reply) {
        return switch (reply) {
            case RepositoryProtocol.Prepared r ->
                answer(s, waitsFor(r.summary().coordinate()), asked -> prepared(s, r.summary()));
            case RepositoryProtocol.Refused r ->
                answer(
                        s,
                        waitsFor(r.coordinate()),
                        asked -> new RunFailed(r.coordinate() + " cannot be used: " + r.reason()));
        };
    }

    List<Event> on(Started s, SolverProtocol.Reply reply) {
        return switch (reply) {
            case SolverProtocol.Opened r ->
                answer(
                        s,
                        Request.OpenSolver.class::isInstance,
                        asked -> new SolverReady(r.solver(), r.generator(), r.planter()));
            case SolverProtocol.Attempted r -> answer(s, hasId(r.group().id()), asked -> new GroupReceived(r.group()));
            case SolverProtocol.Unattempted r ->
                answer(s, hasId(r.groupId()), asked -> new GroupMissed(r.groupId(), r.taskId(), r.fault()));
            case SolverProtocol.Scored r ->
                answer(
                        s,
                        hasId(r.requestId()),
                        asked -> new ScoresReceived(s.at().iteration(), r.anchorNorm(), r.scores()));
            case SolverProtocol.Trained r ->
                answer(
                        s,
                        hasId(r.requestId()),
                        asked -> new PolicyReceived(s.at().iteration(), ((Train) asked).round(), r.role(), r.policy()));
            case SolverProtocol.Failed r -> gaveUp(s, r.requestId(), r.reason());
        };
    }

    List<Event> on(Started s, SkillProtocol.Reply reply) {
        return switch (reply) {
            case SkillProtocol.Observed r -> List.of();
            case SkillProtocol.Proposed r -> answer(s, hasId(r.requestId()), asked -> received((Propose) asked, r));
            case SkillProtocol.Recorded r ->
                answer(
                        s,
                        hasId(r.requestId()),
                        asked -> new OutcomesAcknowledged(s.at().iteration(), ((RecordOutcomes) asked).skill()));
            case SkillProtocol.Failed r -> gaveUp(s, r.requestId(), r.reason());
        };
    }

    List<Event> on(Started s, CuratorProtocol.Reply reply) {
        return switch (reply) {
            case CuratorProtocol.Distilled r ->
                answer(s, hasId(r.requestId()), asked -> new SkillsReceived(s.at().iteration(), r.active()));
            case CuratorProtocol.Failed r -> gaveUp(s, r.requestId(), r.reason());
        };
    }

    List<Event> on(Started s, ValidatorProtocol.Reply reply) {
        return switch (reply) {
            case ValidatorProtocol.Judged r ->
                answer(s, waitsFor(s, r), asked -> new VerdictReceived(r.batchId(), r.verdict()));
        };
    }

    /** Pools are disjoint by name; by content only what was prepared can tell. */
    private static Event prepared(Started s, RepositorySummary summary) {
        Pool pool = pool(s, summary);
        return s.repositories().values().stream()
                .filter(other -> other.snapshot().equals(summary.snapshot()) && pool(s, other) != pool)
                .findFirst()
                .<Event>map(other -> new RunFailed(other.coordinate() + " in the " + pool(s, other) + " pool and "
                        + summary.coordinate() + " in the " + pool + " pool are the same code; held-out pools must"
                        + " share none, so start a run without one of them"))
                .orElseGet(() -> new RepositoryReady(summary));
    }

    private static Pool pool(Started s, RepositorySummary summary) {
        return Arrays.stream(Pool.values())
                .filter(pool -> s.spec().pools().of(pool).contains(summary.coordinate()))
                .findFirst()
                .orElseThrow();
    }

    /** Whoever was asked has tried as often as is allowed: the run ends here, and is taken up here when it is started again. */
    private List<Event> gaveUp(Started s, String requestId, String reason) {
        return answer(
                s,
                hasId(requestId),
                asked -> new RunFailed(requestId + " failed every time it was tried, at last with " + reason
                        + "; mend what that names, then give the same command again, it goes on from here"));
    }

    private static Event received(Propose asked, SkillProtocol.Proposed r) {
        boolean kept = r.candidates().size() <= asked.count()
                && r.candidates().stream()
                        .allMatch(candidate -> candidate.id().startsWith(asked.id() + "/")
                                && candidate.skill().equals(asked.skill()));
        if (!kept) {
            return new RunFailed("skill " + asked.skill() + " answered " + asked.id()
                    + " with candidates that were not asked for; its program and the run's do not fit together");
        }
        return new CandidatesReceived(
                asked.id(),
                asked.skill(),
                asked.pool(),
                asked.repository(),
                asked.count(),
                r.candidates(),
                r.proposals());
    }

    private List<Event> answer(Started s, Predicate<Request> waited, Function<Request, Event> event) {
        Optional<Event> fact =
                Agenda.pending(s).stream().filter(waited).findFirst().map(event);
        return fact.map(first -> withConsequences(s.apply(first), first)).orElse(List.of());
    }

    private List<Event> withConsequences(RunState after, Event fact) {
        List<Event> events = new ArrayList<>(List.of(fact));
        if (after instanceof Started started) {
            events.addAll(due(started));
        }
        return List.copyOf(events);
    }

    private static Predicate<Request> hasId(String id) {
        return request -> request.id().equals(id);
    }

    private static Predicate<Request> waitsFor(RepositoryCoordinate coordinate) {
        return hasId(new Request.PrepareRepository(coordinate).id());
    }

    private static Predicate<Request> waitsFor(Started s, ValidatorProtocol.Judged r) {
        return request -> request instanceof Judge judge
                && judge.id().equals(r.batchId())
                && judge.candidates().stream()
                        .anyMatch(candidate -> candidate.id().equals(r.verdict().candidate()))
                && !s.work().verdicts().containsKey(r.verdict().candidate());
    }
}
