package org.elenchus.actors.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
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
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Share;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;

/** One value of every event (and of every verdict within), under the name of its checked-in JSON. */
final class EventSamples {
    private static final SkillId SKILL = new SkillId("guard-null");
    private static final String CANDIDATE = "generate/1/TRAIN/alpha/guard-null/00";

    private EventSamples() {}

    static List<Map.Entry<String, Event>> all() {
        return List.of(
                Map.entry("run-started", new RunStarted(Specs.spec(7, Specs.POOLS, GeneratorReward.ALIGNMENT))),
                Map.entry("phase-entered", new PhaseEntered(Phase.TRAINING, 2, 1)),
                Map.entry("repository-ready", new RepositoryReady(summary())),
                Map.entry(
                        "solver-ready", new SolverReady(Digest.of("solver"), Digest.of("generator"), Optional.empty())),
                Map.entry(
                        "solver-ready-skewed",
                        new SolverReady(
                                Digest.of("solver"), Digest.of("generator"), Optional.of(Digest.of("planter")))),
                Map.entry("candidates-received", candidates()),
                Map.entry("verdict-received-valid", verdict(valid())),
                Map.entry("verdict-received-rejected", verdict(rejected())),
                Map.entry("verdict-received-undecided", verdict(new Verdict.Undecided(CANDIDATE, "no sandbox"))),
                Map.entry("tasks-planted", new TasksPlanted(List.of("v/00"), List.of("t/00", "t/01"), List.of("s/00"))),
                Map.entry("group-received", new GroupReceived(group())),
                Map.entry("group-missed", new GroupMissed("scoring/1/0/" + CANDIDATE, CANDIDATE, "no sandbox")),
                Map.entry("skills-received", new SkillsReceived(1, List.of(new SkillRef(SKILL, 2, 5, 0.25)))),
                Map.entry(
                        "scores-received",
                        new ScoresReceived(1, 1.5, List.of(new TaskScore(CANDIDATE, 0.125, 2.5, 0.5, 0.125)))),
                Map.entry("tasks-selected", new TasksSelected(1, List.of(CANDIDATE), List.of("b"), List.of("c"))),
                Map.entry("outcomes-acknowledged", new OutcomesAcknowledged(1, SKILL)),
                Map.entry("policy-received", new PolicyReceived(1, 2, Role.SOLVER, Digest.of("policy"))),
                Map.entry("iteration-completed", new IterationCompleted(report())),
                Map.entry("run-failed", new RunFailed("maven:org.b:beta:2 cannot be used: it has no test-sources")),
                Map.entry("run-resumed", new RunResumed(Phase.TRAINING, 2, 1)),
                Map.entry("run-paused", new RunPaused()),
                Map.entry("run-cancelled", new RunCancelled()),
                Map.entry("share-set", new ShareSet(new Share(20, Optional.of(3)))));
    }

    private static RepositorySummary summary() {
        return new RepositorySummary(
                Specs.ALPHA,
                Digest.of("snapshot"),
                Digest.of("inventory"),
                3,
                300,
                30,
                List.of(new Quarantined(new TestId("org.a.AlphaTest", "waits()"), Quarantined.Reason.SLOW)));
    }

    private static Event candidates() {
        CandidateRef ref = new CandidateRef(CANDIDATE, SKILL, Digest.of("artifact"), Digest.of("content"));
        return new CandidatesReceived(
                "generate/1/TRAIN/alpha/guard-null",
                SKILL,
                Pool.TRAIN,
                Specs.ALPHA,
                2,
                List.of(ref),
                Digest.of("proposals"));
    }

    private static Event verdict(Verdict verdict) {
        return new VerdictReceived("judge/1/TRAIN/alpha", verdict);
    }

    private static Verdict valid() {
        return new Verdict.Valid(CANDIDATE, Digest.of("task"), 2, 9, Digest.of("evidence"));
    }

    private static Verdict rejected() {
        return new Verdict.Rejected(CANDIDATE, Gate.SEMANTICS, "no failure was observed", Digest.of("evidence"));
    }

    private static GroupRef group() {
        return new GroupRef("scoring/1/0/" + CANDIDATE, CANDIDATE, Digest.of("task"), Digest.of("traces"), 8, 3);
    }

    private static IterationReport report() {
        return new IterationReport(
                1,
                20,
                1,
                5,
                Map.of(Gate.DUPLICATE, 2, Gate.SEMANTICS, 4),
                1,
                3,
                4,
                Optional.of(0.125),
                new Rate(30, 80, 5, 0.25, 0.5),
                new Rate(70, 200, 100, 0.28, 0.42),
                6,
                Digest.of("policy").brief());
    }
}
