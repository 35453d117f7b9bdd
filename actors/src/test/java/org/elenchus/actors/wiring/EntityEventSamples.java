package org.elenchus.actors.wiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.learning.UpdateStatistics;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** At least one event of every type of the entities other than the run, by the name of its sample file. */
final class EntityEventSamples {
    private static final RepositoryCoordinate LIB = new RepositoryCoordinate("maven:org.example:lib:1.0");
    private static final SkillId SKILL = new SkillId("guard-null");
    private static final CandidateRef CANDIDATE =
            new CandidateRef("generate/1/TRAIN/lib/guard-null/00", SKILL, Digest.of("candidate"), Digest.of("content"));

    private EntityEventSamples() {}

    static Map<String, JournaledEvent> all() {
        Map<String, JournaledEvent> all = new LinkedHashMap<>();
        repository(all);
        solver(all);
        curator(all);
        skill(all);
        validator(all);
        return all;
    }

    private static void repository(Map<String, JournaledEvent> all) {
        all.put("repository/preparation-requested", new RepositoryProtocol.PreparationRequested(LIB));
        all.put(
                "repository/repository-prepared",
                new RepositoryProtocol.RepositoryPrepared(new RepositorySummary(
                        LIB,
                        Digest.of("snapshot"),
                        Digest.of("inventory"),
                        12,
                        3400,
                        98,
                        List.of(new Quarantined(
                                TestId.parse("org.example.LibTest#waits()"), Quarantined.Reason.SLOW)))));
        all.put(
                "repository/preparation-refused",
                new RepositoryProtocol.PreparationRefused(
                        LIB, "no test-sources are published; choose another version"));
        all.put("repository/preparation-retried", new RepositoryProtocol.PreparationRetried(LIB));
    }

    private static void solver(Map<String, JournaledEvent> all) {
        GroupRef group = new GroupRef("scoring/1/0/t", "t", Digest.of("task"), Digest.of("group"), 8, 3);
        all.put(
                "solver/solver-opened",
                new SolverProtocol.SolverOpened(
                        "run-0123456789ab", 7, Digest.of("solver"), Digest.of("generator"), Optional.empty()));
        all.put(
                "solver/solver-opened-skewed",
                new SolverProtocol.SolverOpened(
                        "run-0123456789ab",
                        7,
                        Digest.of("solver"),
                        Digest.of("generator"),
                        Optional.of(Digest.of("planter"))));
        all.put("solver/group-attempted", new SolverProtocol.GroupAttempted(group, Digest.of("solver")));
        all.put(
                "solver/group-unattempted",
                new SolverProtocol.GroupUnattempted("scoring/1/0/t", "t", "SandboxFault: worker lost"));
        all.put(
                "solver/tasks-scored",
                new SolverProtocol.TasksScored("score/1", 0.25, List.of(new TaskScore("t", 0.5, 1.5, 0.375, 0.5))));
        all.put(
                "solver/policy-updated",
                new SolverProtocol.PolicyUpdated(
                        "train/1/1/SOLVER",
                        Role.SOLVER,
                        Digest.of("solver"),
                        Digest.of("solver 2"),
                        new UpdateStatistics(30, 10, -0.125, 0.0625, 0.015625, 0.75)));
    }

    private static SkillProposal proposal() {
        Skill content = new Skill(
                SKILL,
                "Guard against null",
                "Check before use.",
                Skill.Kind.CORRECTIVE_PRINCIPLE,
                new TreeSet<>(List.of("null-pointer")),
                new TreeSet<>(List.of("call", "return")),
                List.of(new Skill.Operation("insert-null-guard", "delete-null-guard")));
        return new SkillProposal(content, List.of("collecting/1/0/t/0", "collecting/1/0/t/3"), 8, 2);
    }

    private static void curator(Map<String, JournaledEvent> all) {
        all.put(
                "curator/traces-distilled",
                new CuratorProtocol.TracesDistilled(
                        "distil/1",
                        1,
                        List.of(
                                new CuratorProtocol.Proposed(proposal()),
                                new CuratorProtocol.Merged(proposal(), new SkillId("guard"), 0.75),
                                new CuratorProtocol.Filtered(proposal().skill(), 2, 3),
                                new CuratorProtocol.Retired(new SkillId("swap"), "mastered: solve rate 95 %"))));
        all.put(
                "curator/registry-updated",
                new CuratorProtocol.RegistryUpdated("distil/1", List.of(new SkillRef(SKILL, 1, 2, 0.25))));
    }

    private static void skill(Map<String, JournaledEvent> all) {
        all.put(
                "skill/skill-revised",
                new SkillProtocol.SkillRevised(
                        "distil/1", 1, 1, proposal().skill(), proposal().supporting(), 8, 2));
        all.put(
                "skill/traces-observed",
                new SkillProtocol.TracesObserved("distil/2", 2, List.of("collecting/2/0/t/1"), 8, 4));
        all.put(
                "skill/tasks-requested",
                new SkillProtocol.TasksRequested(
                        "generate/1/TRAIN/lib/guard-null",
                        Pool.TRAIN,
                        LIB,
                        Digest.of("snapshot"),
                        4,
                        Digest.of("generator"),
                        List.of(),
                        List.of()));
        all.put(
                "skill/tasks-requested-after-attempts",
                new SkillProtocol.TasksRequested(
                        "generate/2/TRAIN/lib/second-order",
                        Pool.TRAIN,
                        LIB,
                        Digest.of("snapshot"),
                        4,
                        Digest.of("generator"),
                        List.of(Digest.of("candidate").brief()),
                        List.of(Digest.of("traces"))));
        all.put(
                "skill/tasks-proposed",
                new SkillProtocol.TasksProposed(
                        "generate/1/TRAIN/lib/guard-null", List.of(CANDIDATE), Digest.of("proposals")));
        all.put(
                "skill/outcomes-recorded",
                new SkillProtocol.OutcomesRecorded(
                        "outcomes/1/guard-null",
                        1,
                        List.of(
                                new SkillProtocol.Outcome(
                                        CANDIDATE.id(),
                                        SkillProtocol.End.ADMITTED,
                                        Optional.empty(),
                                        Optional.of(0.5),
                                        Optional.of(0.5),
                                        Optional.of(0.375)),
                                new SkillProtocol.Outcome(
                                        "generate/1/TRAIN/lib/guard-null/01",
                                        SkillProtocol.End.REJECTED,
                                        Optional.of(Gate.SEMANTICS),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))));
    }

    private static void validator(Map<String, JournaledEvent> all) {
        all.put(
                "validator/batch-received",
                new ValidatorProtocol.BatchReceived("judge/1/TRAIN/lib", List.of(CANDIDATE)));
        all.put(
                "validator/candidate-judged-valid",
                judged(new Verdict.Valid(CANDIDATE.id(), Digest.of("task"), 2, 40, Digest.of("evidence"))));
        all.put(
                "validator/candidate-judged-rejected",
                judged(new Verdict.Rejected(
                        CANDIDATE.id(),
                        Gate.DUPLICATE,
                        "same broken state as plant/0/TRAIN/lib/unguided/07",
                        Digest.of("e"))));
        all.put("validator/candidate-judged-undecided", judged(new Verdict.Undecided(CANDIDATE.id(), "worker lost")));
    }

    private static JournaledEvent judged(Verdict verdict) {
        return new ValidatorProtocol.CandidateJudged("judge/1/TRAIN/lib", verdict);
    }
}
