package org.elenchus.tools.cli.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;

/** A small history: one iteration, one skill with two versions, three candidates of which one is admitted. */
public final class Samples {
    public static final RepositoryCoordinate TRAIN = new RepositoryCoordinate("maven:g:train:1");
    public static final SkillId SKILL = new SkillId("guard-null");
    public static final String TASK = "generate/1/TRAIN/train/guard-null/00";
    public static final String REJECTED = "generate/1/TRAIN/train/guard-null/01";
    public static final String SURPLUS = "generate/1/TRAIN/train/guard-null/02";
    public static final Digest TASK_DIGEST = Digest.of("task");
    private static final Digest ANY = Digest.of("any");

    public static final RunSpec SPEC = new RunSpec(
            7,
            new Pools(
                    List.of(TRAIN),
                    List.of(new RepositoryCoordinate("maven:g:validation:1")),
                    List.of(new RepositoryCoordinate("maven:g:test:1"))),
            1,
            4,
            6,
            2,
            2,
            2,
            3,
            4,
            4,
            2,
            3,
            1,
            GeneratorReward.ALIGNMENT,
            LearningSettings.DEFAULT,
            List.of(),
            Optional.empty());

    private Samples() {}

    public static IterationReport base() {
        return new IterationReport(
                0, 0, 0, 0, Map.of(), 0, 0, 0, Optional.empty(), rate(0, 0), rate(2, 6), 0, "aaaaaaaaaaaa");
    }

    public static IterationReport first() {
        return new IterationReport(
                1,
                6,
                3,
                1,
                Map.of(Gate.SEMANTICS, 1),
                0,
                0,
                1,
                Optional.of(0.25),
                rate(3, 8),
                rate(4, 6),
                1,
                "bbbbbbbbbbbb");
    }

    public static IterationReport.Rate rate(int solved, int total) {
        return new IterationReport.Rate(solved, total, total / 2, 0.125, 0.875);
    }

    /** The whole run, finished, in an order in which it could have been written. */
    public static List<JournalEntry> finishedRun() {
        Log log = new Log();
        Digest nothing = Digest.of("");
        log.run(new EvolutionRunProtocol.RunStarted(SPEC));
        log.run(new EvolutionRunProtocol.PhaseEntered(Phase.PREPARING, 0, 0));
        log.run(new EvolutionRunProtocol.RepositoryReady(
                new RepositorySummary(TRAIN, nothing, nothing, 5, 500, 40, List.of())));
        log.run(new EvolutionRunProtocol.PhaseEntered(Phase.BASELINE, 0, 0));
        evaluation(0, 0, 1, 1).forEach(log::run);
        log.run(new EvolutionRunProtocol.IterationCompleted(base()));
        log.skill(revised(1, "collecting/1/0/a/0"));
        log.curator(new CuratorProtocol.RegistryUpdated("distil/1", List.of(new SkillRef(SKILL, 1, 1, 0.5))));
        log.run(new EvolutionRunProtocol.PhaseEntered(Phase.GENERATING, 1, 0));
        List<CandidateRef> candidates = List.of(candidate(TASK), candidate(REJECTED), candidate(SURPLUS));
        log.skill(new SkillProtocol.TasksRequested(
                "generate/1", Pool.TRAIN, TRAIN, nothing, 6, nothing, List.of(), List.of()));
        log.skill(new SkillProtocol.TasksProposed("generate/1", candidates, nothing));
        log.run(new EvolutionRunProtocol.CandidatesReceived(
                "generate/1", SKILL, Pool.TRAIN, TRAIN, 6, candidates, nothing));
        log.run(verdict(new Verdict.Valid(TASK, TASK_DIGEST, 2, 30, Digest.of("evidence"))));
        log.run(verdict(new Verdict.Rejected(REJECTED, Gate.SEMANTICS, "nothing fails", Digest.of("other"))));
        log.run(verdict(new Verdict.Valid(SURPLUS, Digest.of("surplus"), 1, 10, Digest.of("evidence"))));
        log.run(new EvolutionRunProtocol.GroupReceived(
                new GroupRef("scoring/1/0/x", TASK, TASK_DIGEST, Digest.of("group"), 4, 1)));
        log.run(new EvolutionRunProtocol.ScoresReceived(1, 1.5, List.of(new TaskScore(TASK, 0.25, 0.9, 0.25, 0.25))));
        log.run(new EvolutionRunProtocol.TasksSelected(1, List.of(TASK), List.of(), List.of(SURPLUS)));
        log.skill(new SkillProtocol.OutcomesRecorded("outcomes/1", 1, outcomes()));
        log.skill(revised(2, "scoring/1/0/x/0"));
        log.run(new EvolutionRunProtocol.PhaseEntered(Phase.EVALUATING, 1, 0));
        evaluation(1, 1, 1, 2).forEach(log::run);
        log.run(new EvolutionRunProtocol.IterationCompleted(first()));
        log.run(new EvolutionRunProtocol.PhaseEntered(Phase.FINISHED, 1, 0));
        return log.entries;
    }

    /** The specification but for its seed. */
    public static RunSpec spec(long seed) {
        ObjectNode json = ProtocolJson.mapper().valueToTree(SPEC);
        return ProtocolJson.mapper().convertValue(json.put("seed", seed), RunSpec.class);
    }

    /** A run as one of another seed would have written it; that of a higher seed later. */
    public static List<JournalEntry> ofSeed(long seed, List<JournalEntry> run) {
        RunSpec other = spec(seed);
        return run.stream()
                .map(entry -> new JournalEntry(
                        10_000 * seed + entry.ordering(),
                        entry.persistenceId().replace(SPEC.runId(), other.runId()),
                        entry.sequenceNumber(),
                        entry.event() instanceof EvolutionRunProtocol.RunStarted
                                ? new EvolutionRunProtocol.RunStarted(other)
                                : entry.event()))
                .toList();
    }

    /** A run without having finished. */
    public static List<JournalEntry> unfinished(List<JournalEntry> run) {
        return run.stream()
                .filter(entry -> !(entry.event() instanceof EvolutionRunProtocol.PhaseEntered entered
                        && entered.phase() == Phase.FINISHED))
                .toList();
    }

    /** A run with other events in place of some. */
    public static List<JournalEntry> changed(List<JournalEntry> run, UnaryOperator<JournaledEvent> change) {
        return run.stream()
                .map(entry -> new JournalEntry(
                        entry.ordering(), entry.persistenceId(), entry.sequenceNumber(), change.apply(entry.event())))
                .toList();
    }

    public static PolicyWeights weights(double first, double second) {
        return new PolicyWeights(Role.SOLVER, List.of("loc:stack=off", "edit:add-guard"), new double[] {first, second});
    }

    /** The whole run, whose solver was opened and updated once. */
    public static List<JournalEntry> trained(Digest base, Digest trained) {
        List<JournalEntry> run = finishedRun();
        add(run, new EvolutionRunProtocol.SolverReady(base, Digest.of("g"), Optional.empty()));
        add(run, new EvolutionRunProtocol.PolicyReceived(1, 2, Role.SOLVER, trained));
        add(run, new EvolutionRunProtocol.PolicyReceived(1, 2, Role.GENERATOR, Digest.of("h")));
        return run;
    }

    /** A run that has also one valid and attempted task of each pool, and one that was never attempted. */
    public static List<JournalEntry> planted(List<JournalEntry> run, Pool... pools) {
        List<JournalEntry> longer = new ArrayList<>(run);
        for (Pool pool : pools) {
            List<String> ids = List.of(plantedTask(pool, 0), plantedTask(pool, 1));
            List<CandidateRef> candidates = ids.stream()
                    .map(id -> new CandidateRef(id, SkillId.UNGUIDED, ANY, Digest.of(id)))
                    .toList();
            add(
                    longer,
                    new EvolutionRunProtocol.CandidatesReceived(
                            "plant/0/" + pool, SkillId.UNGUIDED, pool, TRAIN, 2, candidates, ANY));
            ids.forEach(id -> add(longer, verdict(new Verdict.Valid(id, Digest.of("task " + id), 1, 1, ANY))));
            add(
                    longer,
                    new EvolutionRunProtocol.GroupReceived(
                            new GroupRef("anchoring/1/0/x", ids.get(0), ANY, ANY, 2, 1)));
        }
        return longer;
    }

    public static String plantedTask(Pool pool, int index) {
        return "plant/0/" + pool + "/lib/unguided/0" + index;
    }

    private static void add(List<JournalEntry> run, JournaledEvent event) {
        int number = 1000 + run.size();
        run.add(new JournalEntry(number, "EvolutionRun|" + SPEC.runId(), number, event));
    }

    /** A group of two rollouts per test task. */
    private static List<JournaledEvent> evaluation(int iteration, int... solved) {
        List<JournaledEvent> groups = new ArrayList<>();
        for (int task = 0; task < solved.length; task++) {
            groups.add(new EvolutionRunProtocol.GroupReceived(new GroupRef(
                    "evaluating/" + iteration + "/0/test-" + task,
                    "test-" + task,
                    Digest.of("test-" + task),
                    Digest.of("group"),
                    2,
                    solved[task])));
        }
        return groups;
    }

    private static SkillProtocol.SkillRevised revised(int version, String trace) {
        Skill skill = new Skill(
                SKILL,
                "Guard against null",
                "Check before use.",
                Skill.Kind.REPAIR_STRATEGY,
                new TreeSet<>(List.of("null-pointer")),
                new TreeSet<>(),
                List.of(new Skill.Operation("add-null-guard", "drop-guard")));
        return new SkillProtocol.SkillRevised("distil/" + version, version, version, skill, List.of(trace), 4, 1);
    }

    private static List<SkillProtocol.Outcome> outcomes() {
        return List.of(
                outcome(TASK, SkillProtocol.End.ADMITTED, Optional.empty(), Optional.of(0.25)),
                outcome(REJECTED, SkillProtocol.End.REJECTED, Optional.of(Gate.SEMANTICS), Optional.empty()),
                outcome(SURPLUS, SkillProtocol.End.SURPLUS, Optional.empty(), Optional.of(0.75)));
    }

    private static SkillProtocol.Outcome outcome(
            String candidate, SkillProtocol.End end, Optional<Gate> gate, Optional<Double> reward) {
        return new SkillProtocol.Outcome(candidate, end, gate, reward, reward, reward);
    }

    private static CandidateRef candidate(String id) {
        return new CandidateRef(id, SKILL, Digest.of(id), Digest.of("content of " + id));
    }

    private static EvolutionRunProtocol.VerdictReceived verdict(Verdict verdict) {
        return new EvolutionRunProtocol.VerdictReceived("judge/1", verdict);
    }

    private static final class Log {
        private final List<JournalEntry> entries = new ArrayList<>();

        void run(JournaledEvent event) {
            add("EvolutionRun|" + SPEC.runId(), event);
        }

        void skill(JournaledEvent event) {
            add("Skill|" + SPEC.runId() + "~" + SKILL, event);
        }

        void curator(JournaledEvent event) {
            add("SkillCurator|" + SPEC.runId(), event);
        }

        private void add(String persistenceId, JournaledEvent event) {
            long number = 1
                    + entries.stream()
                            .filter(entry -> entry.persistenceId().equals(persistenceId))
                            .count();
            entries.add(new JournalEntry(entries.size() + 1L, persistenceId, number, event));
        }
    }
}
