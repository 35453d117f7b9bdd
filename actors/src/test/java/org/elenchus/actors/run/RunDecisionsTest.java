package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.run.Request.Distil;
import org.elenchus.actors.run.Request.Propose;
import org.elenchus.actors.run.Request.Train;
import org.elenchus.actors.run.Simulation.Weather;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol.Prepared;
import org.elenchus.protocol.repository.RepositoryProtocol.Refused;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.PhaseEntered;
import org.elenchus.protocol.run.EvolutionRunProtocol.RepositoryReady;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunPaused;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunResumed;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunStarted;
import org.elenchus.protocol.run.EvolutionRunProtocol.SolverReady;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Share;
import org.elenchus.protocol.skill.SkillProtocol.Proposed;
import org.elenchus.protocol.solver.SolverProtocol.Attempted;
import org.elenchus.protocol.solver.SolverProtocol.Opened;
import org.elenchus.protocol.solver.SolverProtocol.Unattempted;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.api.Test;

class RunDecisionsTest {
    private final RunDecisions decisions = new RunDecisions(Specs.COUNTING);
    private final Started fresh = fold(new RunStarted(Specs.spec(1)));

    @Test
    void a_run_begins_by_preparing_every_repository_and_opening_the_solver() {
        assertThat(decisions.start(new RunState.NotStarted(), Specs.spec(1)))
                .containsExactly(new RunStarted(Specs.spec(1)));
        assertThat(Agenda.pending(fresh))
                .extracting(Request::id)
                .containsExactly(
                        "prepare/" + Specs.ALPHA,
                        "prepare/" + Specs.BETA,
                        "prepare/" + Specs.GAMMA,
                        "prepare/" + Specs.DELTA,
                        "open");
    }

    @Test
    void starting_a_run_again_changes_nothing() {
        assertThat(decisions.start(fresh, Specs.spec(1))).isEmpty();
    }

    @Test
    void a_reply_counts_once() {
        Prepared reply = new Prepared(ScriptedWorld.summary(Specs.ALPHA));
        List<Event> events = decisions.on(fresh, reply);
        assertThat(events).containsExactly(new RepositoryReady(reply.summary()));
        assertThat(decisions.on(fresh.apply(events.get(0)), reply)).isEmpty();
    }

    @Test
    void a_reply_nobody_asked_for_decides_nothing() {
        assertThat(decisions.on(fresh, new Unattempted("scoring/1/0/x", "x", "fault")))
                .isEmpty();
        assertThat(decisions.on(
                        fresh,
                        new Prepared(ScriptedWorld.summary(
                                Specs.repositories("dir:/x").get(0)))))
                .isEmpty();
    }

    @Test
    void the_last_answer_of_a_phase_brings_the_next() {
        Started s = fresh;
        for (var repository : Specs.POOLS.all()) {
            s = s.apply(new RepositoryReady(ScriptedWorld.summary(repository)));
        }
        assertThat(decisions.on(s, new Opened(Digest.of("s"), Digest.of("g"), Optional.empty())))
                .containsExactly(
                        new SolverReady(Digest.of("s"), Digest.of("g"), Optional.empty()),
                        new PhaseEntered(Phase.PLANTING, 0, 0));
    }

    @Test
    void a_refused_repository_fails_the_run_and_starting_again_asks_again() {
        List<Event> events = decisions.on(fresh, new Refused(Specs.BETA, "it has no test-sources"));
        assertThat(events).containsExactly(new RunFailed(Specs.BETA + " cannot be used: it has no test-sources"));
        Started failed = fresh.apply(events.get(0));
        assertThat(Agenda.pending(failed)).isEmpty();
        assertThat(decisions.on(failed, new Refused(Specs.ALPHA, "late"))).isEmpty();
        assertThat(RunStatus.of("run", failed).phase()).isEqualTo(Phase.FAILED);

        List<Event> again = decisions.start(failed, Specs.spec(1));
        assertThat(again).containsExactly(new RunResumed(Phase.PREPARING, 0, 0));
        assertThat(Agenda.pending(failed.apply(again.get(0)))).isEqualTo(Agenda.pending(fresh));
    }

    private static RepositorySummary copied(RepositoryCoordinate coordinate, RepositoryCoordinate from) {
        Digest content = ScriptedWorld.summary(from).snapshot();
        return new RepositorySummary(coordinate, content, content, 3, 300, 30, List.of());
    }

    @Test
    void the_same_code_in_two_pools_fails_the_run_under_whatever_names() {
        Started s = fresh.apply(new RepositoryReady(ScriptedWorld.summary(Specs.ALPHA)));

        assertThat(decisions.on(s, new Prepared(copied(Specs.GAMMA, Specs.ALPHA))))
                .containsExactly(new RunFailed(Specs.ALPHA + " in the TRAIN pool and " + Specs.GAMMA
                        + " in the VALIDATION pool are the same code; held-out pools must share none, so start a run"
                        + " without one of them"));
        RepositorySummary ofTheSamePool = copied(Specs.BETA, Specs.ALPHA);
        assertThat(decisions.on(s, new Prepared(ofTheSamePool))).containsExactly(new RepositoryReady(ofTheSamePool));
    }

    @Test
    void a_journal_that_holds_the_same_code_in_two_pools_is_read_as_it_was_written() {
        Started s = fresh.apply(new RepositoryReady(ScriptedWorld.summary(Specs.ALPHA)))
                .apply(new RepositoryReady(copied(Specs.GAMMA, Specs.ALPHA)));

        assertThat(s.at().failure()).isEmpty();
        assertThat(decisions.due(s)).isEmpty();
    }

    @Test
    void a_run_stands_still_once_however_often_it_is_told_and_what_has_ended_stays_so() {
        Started paused = fresh.apply(decisions.pause(fresh).get(0));
        assertThat(decisions.pause(paused)).isEmpty();
        assertThat(decisions.due(paused)).isEmpty();
        Started cancelled = paused.apply(decisions.cancel(paused).get(0));
        assertThat(decisions.cancel(cancelled)).isEmpty();
        assertThat(decisions.pause(cancelled)).isEmpty();
        assertThat(decisions.share(cancelled, new Share(1, Optional.empty()))).isEmpty();
        assertThat(decisions.resume(cancelled)).containsExactly(new RunResumed(Phase.PREPARING, 0, 0));
        Started finished = Simulation.calm(Specs.spec(1)).started();
        assertThat(decisions.pause(finished)).isEmpty();
        assertThat(decisions.cancel(finished)).isEmpty();
        assertThat(decisions.resume(finished)).isEmpty();
    }

    @Test
    void a_request_that_was_given_up_fails_the_run_with_a_remedy_and_starting_again_asks_again() {
        var gaveUp = new org.elenchus.protocol.solver.SolverProtocol.Failed("open", "IOException: no such disk");
        List<Event> events = decisions.on(fresh, gaveUp);
        assertThat(events)
                .containsExactly(
                        new RunFailed("open failed every time it was tried, at last with IOException: no such disk;"
                                + " mend what that names, then give the same command again, it goes on from here"));
        Started failed = fresh.apply(events.get(0));
        assertThat(decisions.on(failed, gaveUp)).isEmpty();

        Started again = failed.apply(decisions.start(failed, Specs.spec(1)).get(0));
        assertThat(Agenda.pending(again)).extracting(Request::id).contains("open");
    }

    @Test
    void candidates_beyond_what_was_asked_fail_the_run() {
        ScriptedWorld generous = new ScriptedWorld() {
            @Override
            Message propose(Propose r) {
                Proposed honest = (Proposed) super.propose(r);
                CandidateRef foreign = new CandidateRef("elsewhere/00", r.skill(), Digest.of("x"), Digest.of("y"));
                return new Proposed(r.id(), r.skill(), List.of(foreign), honest.proposals());
            }
        };
        Simulation run = new Simulation(generous, Weather.CALM, 0).run(Specs.spec(1));
        assertThat(run.started().at().failure().orElseThrow()).contains("not asked for");
    }

    @Test
    void alignment_without_any_anchor_fails_the_run() {
        Simulation run = new Simulation(new Dim(0), Weather.CALM, 0).run(Specs.spec(1));
        assertThat(run.started().at().failure().orElseThrow())
                .contains("no validation task could be rolled out", "the sandbox would not start");
    }

    @Test
    void a_run_without_any_anchor_asks_for_all_of_them_again_when_it_is_resumed() {
        Simulation blind = new Simulation(new Dim(0), Weather.CALM, 0).run(Specs.spec(1));
        List<Event> resumed = decisions.resume(blind.started());
        assertThat(resumed).containsExactly(new RunResumed(Phase.ANCHORING, 1, 0));
        assertThat(Agenda.pending(blind.started().apply(resumed.get(0))))
                .hasSize(blind.started().pools().validation().size())
                .allMatch(request -> request.id().startsWith("anchoring/1/0/"));

        List<Event> journal = new ArrayList<>(blind.journal);
        journal.addAll(resumed);
        Simulation mended = new Simulation(new ScriptedWorld(), Weather.CALM, 0).resume(journal);
        assertThat(mended.started().at().phase()).isEqualTo(Phase.FINISHED);
        assertThat(mended.started().reports())
                .isEqualTo(Simulation.calm(Specs.spec(1)).started().reports());
    }

    @Test
    void a_journal_of_a_run_that_was_resumed_in_vain_replays_and_can_be_resumed() {
        RunResumed resumed = new RunResumed(Phase.ANCHORING, 1, 0);
        RunFailed failed = new RunFailed("no validation task could be rolled out");
        Started inVain = new Simulation(new Dim(0), Weather.CALM, 0)
                .run(Specs.spec(1))
                .started()
                .apply(resumed)
                .apply(failed)
                .apply(resumed)
                .apply(failed);
        assertThat(decisions.resume(inVain)).containsExactly(resumed);
    }

    @Test
    void what_was_missed_stays_missed_where_an_anchor_is_left() {
        Simulation run = new Simulation(new Dim(1), Weather.CALM, 0).run(Specs.spec(1));
        List<Event> before = run.journal.subList(0, run.journal.indexOf(new PhaseEntered(Phase.GENERATING, 1, 0)));
        Started anchored = fold(before.toArray(Event[]::new));
        assertThat(anchored.work().missed().keySet()).anyMatch(id -> id.startsWith("anchoring/"));
        assertThat(anchored.apply(new RunPaused()).apply(new RunResumed(Phase.ANCHORING, 1, 0)))
                .isEqualTo(anchored);
    }

    /** A world whose sandboxes start for so many anchors and for no more. */
    private static final class Dim extends ScriptedWorld {
        private int left;

        Dim(int anchors) {
            this.left = anchors;
        }

        @Override
        Message attempt(Request.Attempt r) {
            if (!r.id().startsWith("anchoring/")) {
                return super.attempt(r);
            }
            if (left > 0) {
                left--;
                return new Attempted(
                        new GroupRef(r.id(), r.task().id(), r.task().task(), Digest.of(r.id()), r.rollouts(), 1));
            }
            return new Unattempted(r.id(), r.task().id(), "the sandbox would not start");
        }
    }

    @Test
    void an_iteration_without_a_valid_candidate_still_trains_the_generator_and_evaluates() {
        ScriptedWorld strict = new ScriptedWorld() {
            @Override
            Verdict verdict(String id) {
                return id.startsWith("generate/1/")
                        ? new Verdict.Rejected(
                                id, org.elenchus.protocol.task.Gate.EXECUTION, "unstable", Digest.of("e"))
                        : super.verdict(id);
            }
        };
        Simulation run = new Simulation(strict, Weather.CALM, 0).run(Specs.spec(1));
        assertThat(run.started().at().phase()).isEqualTo(Phase.FINISHED);
        assertThat(run.started().reports().get(1).admitted()).isZero();
        assertThat(run.started().reports().get(1).meanCosine()).isEmpty();
        assertThat(run.sent)
                .extracting(Request::id)
                .contains("train/1/2/GENERATOR")
                .doesNotContain("train/1/1/SOLVER");
    }

    @Test
    void the_generator_is_not_trained_on_groups_the_infrastructure_spoilt() {
        ScriptedWorld flaky = new ScriptedWorld() {
            @Override
            Verdict verdict(String id) {
                return id.startsWith("generate/1/") && id.endsWith("/unguided/00")
                        ? new Verdict.Undecided(id, "no sandbox")
                        : new Verdict.Valid(id, Digest.of("task " + id), 1, 1, Digest.of("e"));
            }

            @Override
            Message attempt(Request.Attempt r) {
                return new Attempted(
                        new GroupRef(r.id(), r.task().id(), r.task().task(), Digest.of(r.id()), r.rollouts(), 1));
            }
        };
        Simulation run = new Simulation(flaky, Weather.CALM, 0).run(Specs.spec(1));
        List<Propose> asked = run.sent.stream()
                .filter(request -> request.id().startsWith("generate/1/"))
                .map(Propose.class::cast)
                .toList();
        Train generator = run.sent.stream()
                .filter(request -> request.id().equals("train/1/2/GENERATOR"))
                .map(Train.class::cast)
                .findFirst()
                .orElseThrow();
        long spoilt = asked.stream()
                .filter(request -> request.id().endsWith("/unguided"))
                .count();
        assertThat(spoilt).isPositive();
        assertThat(generator.role()).isEqualTo(Role.GENERATOR);
        assertThat(generator.proposals()).hasSize(asked.size() - (int) spoilt);
    }

    @Test
    void the_traces_of_the_first_iteration_are_those_of_the_seeds() {
        Simulation run = Simulation.calm(Specs.spec(1));
        Distil first = (Distil) run.sent.stream()
                .filter(request -> request.id().equals("distil/1"))
                .findFirst()
                .orElseThrow();
        assertThat(first.groups()).isNotEmpty().allMatch(group -> group.id().startsWith("collecting/1/0/plant/"));
    }

    @Test
    void an_event_that_cannot_happen_is_an_error() {
        assertThatThrownBy(() -> new RunState.NotStarted().apply(new RunFailed("early")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fresh.apply(new RunStarted(Specs.spec(1)))).isInstanceOf(IllegalStateException.class);
    }

    private static Started fold(Event... events) {
        RunState state = new RunState.NotStarted();
        for (Event event : events) {
            state = state.apply(event);
        }
        return (Started) state;
    }
}
