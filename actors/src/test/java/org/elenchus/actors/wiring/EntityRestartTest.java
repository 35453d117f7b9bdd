package org.elenchus.actors.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.elenchus.actors.Directory;
import org.elenchus.actors.curator.CuratorActor;
import org.elenchus.actors.repository.RepositoryActor;
import org.elenchus.actors.skill.SkillActor;
import org.elenchus.actors.slot.Work;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.actors.solver.SolverActor;
import org.elenchus.actors.validator.ValidatorActor;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.validator.ValidatorProtocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every entity, alone: killed at each point of its work, asked again, and the journal holds each fact once. */
class EntityRestartTest {
    private static final ActorTestKit KIT =
            ActorTestKit.create(ConfigFactory.parseString("pekko.actor.serialize-messages = off")
                    .withFallback(PersistenceTestKitPlugin.config())
                    .withFallback(PersistenceTestKitSnapshotPlugin.config())
                    .withFallback(ConfigFactory.load()));
    private static final PersistenceTestKit JOURNAL = PersistenceTestKit.create(KIT.system());
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofMillis(150);
    private static final RepositoryCoordinate LIB = new RepositoryCoordinate("maven:org.example:alpha:1.0");

    private final TestProbe<WorkDesk.Command> desk = KIT.createTestProbe(WorkDesk.Command.class);
    private final TinyWorld world = new TinyWorld("alpha");
    private final Workbench bench = world.workbench();

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @BeforeEach
    void forget() {
        JOURNAL.clearAll();
    }

    private WorkDesk.Submit submitted() {
        return desk.expectMessageClass(WorkDesk.Submit.class, SOON);
    }

    private List<Object> journal(String id) {
        return JOURNAL.persistedInStorage(id);
    }

    private <C> ActorRef<C> restarted(ActorRef<C> entity, Behavior<C> behavior) {
        KIT.stop(entity);
        return KIT.spawn(behavior);
    }

    @Test
    void a_repository_killed_while_preparing_resumes_when_asked_again() {
        PersistenceId id = PersistenceId.ofUniqueId("Repository|a");
        Behavior<RepositoryProtocol.Command> behavior = RepositoryActor.create(id, "run-1", desk.getRef());
        TestProbe<RepositoryProtocol.Reply> probe = KIT.createTestProbe();
        var ask = new RepositoryProtocol.Prepare(LIB, probe.getRef());
        var entity = KIT.spawn(behavior);
        entity.tell(ask);
        Work first = submitted().work();
        entity = restarted(entity, behavior);
        desk.expectNoMessage(NEVER);
        entity.tell(ask);
        WorkDesk.Submit again = submitted();
        assertThat(again.work()).isEqualTo(first);
        var summary = world.repositories.get(0).summary();
        again.replyTo().tell(new WorkResult.RepositoryReady(first.id(), summary));
        again.replyTo().tell(new WorkResult.RepositoryReady(first.id(), summary));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new RepositoryProtocol.Prepared(summary));
        entity = restarted(entity, behavior);
        entity.tell(ask);
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new RepositoryProtocol.Prepared(summary));
        assertThat(journal("Repository|a"))
                .containsExactly(
                        new RepositoryProtocol.PreparationRequested(LIB),
                        new RepositoryProtocol.RepositoryPrepared(summary));
    }

    @Test
    void a_refused_repository_is_not_tried_again_at_once_but_after_recovery() {
        PersistenceId id = PersistenceId.ofUniqueId("Repository|b");
        Behavior<RepositoryProtocol.Command> behavior = RepositoryActor.create(id, "run-1", desk.getRef());
        TestProbe<RepositoryProtocol.Reply> probe = KIT.createTestProbe();
        var ask = new RepositoryProtocol.Prepare(LIB, probe.getRef());
        var entity = KIT.spawn(behavior);
        entity.tell(ask);
        WorkDesk.Submit first = submitted();
        first.replyTo().tell(new WorkResult.RepositoryUnusable(first.work().id(), "offline"));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new RepositoryProtocol.Refused(LIB, "offline"));
        entity.tell(ask);
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new RepositoryProtocol.Refused(LIB, "offline"));
        desk.expectNoMessage(NEVER);
        entity = restarted(entity, behavior);
        entity.tell(ask);
        assertThat(submitted().work().id()).isNotEqualTo(first.work().id());
    }

    @Test
    void a_refused_repository_is_tried_again_by_an_entity_that_lives_on_once_the_refusal_has_stood_for_a_while() {
        PersistenceId id = PersistenceId.ofUniqueId("Repository|c");
        TestProbe<RepositoryProtocol.Reply> probe = KIT.createTestProbe();
        var ask = new RepositoryProtocol.Prepare(LIB, probe.getRef());
        var entity = KIT.spawn(RepositoryActor.create(id, "run-1", desk.getRef(), NEVER));
        entity.tell(ask);
        WorkDesk.Submit first = submitted();
        first.replyTo().tell(new WorkResult.RepositoryUnusable(first.work().id(), "offline"));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new RepositoryProtocol.Refused(LIB, "offline"));
        desk.expectNoMessage(NEVER.multipliedBy(3));
        entity.tell(ask);
        WorkDesk.Submit again = submitted();
        assertThat(again.work().id()).isNotEqualTo(first.work().id());
        var summary = world.repositories.get(0).summary();
        again.replyTo().tell(new WorkResult.RepositoryReady(again.work().id(), summary));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new RepositoryProtocol.Prepared(summary));
    }

    @Test
    void a_validator_killed_between_verdicts_tells_the_known_and_resumes_the_others() {
        PersistenceId id = PersistenceId.ofUniqueId("Validator|a");
        Behavior<ValidatorProtocol.Command> behavior = ValidatorActor.create(id, "run-1", desk.getRef());
        TestProbe<ValidatorProtocol.Reply> probe = KIT.createTestProbe();
        List<CandidateRef> batch = List.of(candidate("c/0", "x"), candidate("c/1", "y"), candidate("c/2", "x"));
        var ask = new ValidatorProtocol.Judge("b", batch, probe.getRef());
        var entity = KIT.spawn(behavior);
        entity.tell(ask);
        assertThat(verdict(probe)).isInstanceOf(Verdict.Rejected.class);
        WorkDesk.Submit zero = submitted();
        WorkDesk.Submit one = submitted();
        assertThat(one.work()).isInstanceOf(Work.JudgeCandidate.class);
        zero.replyTo().tell(new WorkResult.Faulted(zero.work().id(), "worker lost"));
        assertThat(verdict(probe)).isEqualTo(new Verdict.Undecided("c/0", "worker lost"));
        entity = restarted(entity, behavior);
        entity.tell(ask);
        assertThat(List.of(verdict(probe).candidate(), verdict(probe).candidate()))
                .containsExactly("c/0", "c/2");
        WorkDesk.Submit resumed = submitted();
        assertThat(resumed.work()).isEqualTo(one.work());
        desk.expectNoMessage(NEVER);
        Verdict valid = new Verdict.Valid("c/1", Digest.of("t"), 1, 2, Digest.of("e"));
        resumed.replyTo().tell(new WorkResult.CandidateJudged(resumed.work().id(), valid));
        resumed.replyTo().tell(new WorkResult.CandidateJudged(resumed.work().id(), valid));
        assertThat(verdict(probe)).isEqualTo(valid);
        assertThat(journal("Validator|a")).hasSize(4);
    }

    private static Verdict verdict(TestProbe<ValidatorProtocol.Reply> probe) {
        return ((ValidatorProtocol.Judged) probe.receiveMessage(SOON)).verdict();
    }

    private static CandidateRef candidate(String id, String content) {
        return new CandidateRef(id, SkillId.UNGUIDED, Digest.of(id), Digest.of(content));
    }

    @Test
    void a_solver_answers_attempts_from_memory_and_tries_again_what_a_fault_prevented() {
        PersistenceId id = PersistenceId.ofUniqueId("Solver|a");
        Behavior<SolverProtocol.Command> behavior = SolverActor.create(id, "run-1", desk.getRef(), bench);
        TestProbe<SolverProtocol.Reply> probe = KIT.createTestProbe();
        var entity = KIT.spawn(behavior);
        TestProbe<SolverProtocol.Reply> other = KIT.createTestProbe();
        entity.tell(new SolverProtocol.Open("run-1", 7, MutationMix.BALANCED, probe.getRef()));
        entity.tell(new SolverProtocol.Open("run-1", 7, MutationMix.BALANCED, other.getRef()));
        var opened = (SolverProtocol.Opened) probe.receiveMessage(SOON);
        assertThat(other.receiveMessage(SOON)).isEqualTo(opened);
        var one = new SolverProtocol.Attempt("g/1", "t/1", Digest.of("t1"), 8, 6, probe.getRef());
        var two = new SolverProtocol.Attempt("g/2", "t/2", Digest.of("t2"), 8, 6, probe.getRef());
        entity.tell(one);
        entity.tell(two);
        WorkDesk.Submit first = submitted();
        WorkDesk.Submit second = submitted();
        assertThat(((Work.AttemptTask) first.work()).policy()).isEqualTo(opened.solver());
        assertThat(((Work.AttemptTask) first.work()).seed()).isEqualTo(7);
        GroupRef group = new GroupRef("g/1", "t/1", Digest.of("t1"), Digest.of("group"), 8, 3);
        first.replyTo().tell(new WorkResult.GroupAttempted(first.work().id(), group, opened.solver()));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new SolverProtocol.Attempted(group));
        second.replyTo().tell(new WorkResult.Faulted(second.work().id(), "worker lost"));
        var missed = new SolverProtocol.Unattempted("g/2", "t/2", "worker lost");
        assertThat(probe.receiveMessage(SOON)).isEqualTo(missed);
        entity = restarted(entity, behavior);
        entity.tell(one);
        entity.tell(two);
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new SolverProtocol.Attempted(group));
        WorkDesk.Submit third = submitted();
        assertThat(third.work()).isEqualTo(second.work());
        desk.expectNoMessage(NEVER);
        GroupRef mended = new GroupRef("g/2", "t/2", Digest.of("t2"), Digest.of("group 2"), 8, 5);
        third.replyTo().tell(new WorkResult.GroupAttempted(third.work().id(), mended, opened.solver()));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new SolverProtocol.Attempted(mended));
        entity = restarted(entity, behavior);
        entity.tell(two);
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new SolverProtocol.Attempted(mended));
        assertThat(journal("Solver|a")).hasSize(4);
    }

    @Test
    void a_solver_opened_for_skewed_mutations_says_for_ever_who_plants_without_them() {
        PersistenceId id = PersistenceId.ofUniqueId("Solver|skewed");
        Behavior<SolverProtocol.Command> behavior = SolverActor.create(id, "run-1", desk.getRef(), bench);
        TestProbe<SolverProtocol.Reply> probe = KIT.createTestProbe();
        var entity = KIT.spawn(behavior);
        var open = new SolverProtocol.Open("run-1", 7, MutationMix.SKEWED, probe.getRef());
        entity.tell(open);
        var opened = (SolverProtocol.Opened) probe.receiveMessage(SOON);
        assertThat(opened.generator())
                .isEqualTo(bench.artifacts().put(bench.author().basePolicy(MutationMix.SKEWED)));
        assertThat(opened.planter())
                .contains(bench.artifacts().put(bench.author().basePolicy()));
        assertThat(opened.planter()).isNotEqualTo(Optional.of(opened.generator()));
        entity = restarted(entity, behavior);
        entity.tell(open);
        assertThat(probe.receiveMessage(SOON)).isEqualTo(opened);
    }

    @Test
    void a_solver_trains_once_per_request_and_from_the_version_in_use() {
        PersistenceId id = PersistenceId.ofUniqueId("Solver|b");
        Behavior<SolverProtocol.Command> behavior = SolverActor.create(id, "run-1", desk.getRef(), bench);
        TestProbe<SolverProtocol.Reply> probe = KIT.createTestProbe();
        var entity = KIT.spawn(behavior);
        entity.tell(new SolverProtocol.Open("run-1", 7, MutationMix.BALANCED, probe.getRef()));
        var opened = (SolverProtocol.Opened) probe.receiveMessage(SOON);
        List<GroupRef> groups = List.of(Groups8.group(world, "g/1", 3), Groups8.group(world, "g/2", 5));
        var train = train("train/1", groups, probe.getRef());
        TestProbe<SolverProtocol.Reply> other = KIT.createTestProbe();
        entity.tell(train);
        entity.tell(train("train/1", groups, other.getRef()));
        entity.tell(train("train/2", groups, probe.getRef()));
        Map<String, Digest> policies = new TreeMap<>();
        for (Object reply : probe.receiveSeveralMessages(2, SOON)) {
            var trained = (SolverProtocol.Trained) reply;
            policies.put(trained.requestId(), trained.policy());
            assertThat(trained.statistics().groups()).isEqualTo(2);
        }
        assertThat(((SolverProtocol.Trained) other.receiveMessage(SOON)).policy())
                .isEqualTo(policies.get("train/1"));
        assertThat(policies).hasSize(2);
        var weights = bench.artifacts().get(policies.get("train/1"), PolicyWeights.class);
        assertThat(weights.features()).isEqualTo(bench.solver().basePolicy().features());
        assertThat(weights.weights()[0]).isPositive();
        entity = restarted(entity, behavior);
        entity.tell(train);
        assertThat(((SolverProtocol.Trained) probe.receiveMessage(SOON)).policy())
                .isEqualTo(policies.get("train/1"));
        List<SolverProtocol.PolicyUpdated> updates = journal("Solver|b").stream()
                .filter(SolverProtocol.PolicyUpdated.class::isInstance)
                .map(SolverProtocol.PolicyUpdated.class::cast)
                .toList();
        assertThat(updates).hasSize(2);
        assertThat(updates.get(0).parent()).isEqualTo(opened.solver());
        assertThat(updates.get(1).parent()).isEqualTo(updates.get(0).policy());
    }

    private static SolverProtocol.Train train(
            String id, List<GroupRef> groups, ActorRef<SolverProtocol.Reply> replyTo) {
        return new SolverProtocol.Train(id, Role.SOLVER, groups, List.of(), List.of(), TinyWorld.LEARNING, replyTo);
    }

    @Test
    void a_computation_that_failed_is_not_journaled_and_is_tried_again() {
        PersistenceId id = PersistenceId.ofUniqueId("Solver|c");
        TestProbe<SolverProtocol.Reply> probe = KIT.createTestProbe();
        var entity = KIT.spawn(SolverActor.create(id, "run-1", desk.getRef(), bench));
        entity.tell(new SolverProtocol.Open("run-1", 7, MutationMix.BALANCED, probe.getRef()));
        probe.receiveMessage(SOON);
        GroupRef group = Groups8.group(world, "g/1", 3);
        Object stored = bench.artifacts().get(group.artifact(), org.elenchus.protocol.trace.TraceGroup.class);
        world.artifacts.lose(group.artifact());
        var score = new SolverProtocol.Score(
                "score/1",
                List.of(group),
                List.of(group),
                GeneratorReward.ALIGNMENT,
                TinyWorld.LEARNING,
                probe.getRef());
        entity.tell(score);
        probe.expectNoMessage(Duration.ofMillis(500));
        bench.artifacts().put(stored);
        entity.tell(score);
        var scored = (SolverProtocol.Scored) probe.receiveMessage(SOON);
        assertThat(scored.scores()).singleElement().satisfies(s -> {
            assertThat(s.cosine()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(s.solveRate()).isEqualTo(0.375);
        });
    }

    @Test
    void a_skill_killed_while_its_generator_writes_proposes_the_same_when_asked_again() {
        PersistenceId id = PersistenceId.ofUniqueId("Skill|a");
        Behavior<SkillProtocol.Command> behavior = SkillActor.create(id, SkillId.UNGUIDED, bench);
        TestProbe<SkillProtocol.Reply> probe = KIT.createTestProbe();
        Digest generator = bench.artifacts().put(bench.author().basePolicy());
        var ask = new SkillProtocol.Propose(
                "plant/0",
                7,
                Pool.TRAIN,
                LIB,
                world.repositories.get(0).snapshot(),
                4,
                generator,
                List.of(),
                List.of(),
                probe.getRef());
        world.artifacts.lose(generator);
        var entity = KIT.spawn(behavior);
        entity.tell(ask);
        probe.expectNoMessage(Duration.ofMillis(500));
        entity = restarted(entity, behavior);
        bench.artifacts().put(bench.author().basePolicy());
        entity.tell(ask);
        var proposed = (SkillProtocol.Proposed) probe.receiveMessage(SOON);
        assertThat(proposed.candidates())
                .hasSize(4)
                .extracting(CandidateRef::id)
                .contains("plant/0/00");
        assertThat(journal("Skill|a")).hasSize(2);
        restarted(entity, behavior).tell(ask);
        assertThat(probe.receiveMessage(SOON)).isEqualTo(proposed);
    }

    @Test
    void a_curator_killed_before_its_skills_answered_tells_them_again() {
        PersistenceId id = PersistenceId.ofUniqueId("SkillCurator|a");
        TestProbe<SkillProtocol.Command> skills = KIT.createTestProbe(SkillProtocol.Command.class);
        SkillProposal proposal = new SkillProposal(
                new Skill(
                        new SkillId("mend"),
                        "Mend",
                        "Mend it.",
                        Skill.Kind.REPAIR_STRATEGY,
                        new TreeSet<>(List.of("assertion")),
                        new TreeSet<>(List.of("return")),
                        List.of(new Skill.Operation("plus", "-"))),
                List.of("g/1/0", "g/1/1", "g/1/2"),
                8,
                3);
        Workbench scripted = new Workbench(
                bench.repositories(),
                bench.sandboxes(),
                bench.solver(),
                bench.author(),
                evidence -> List.of(proposal),
                bench.artifacts());
        Behavior<CuratorProtocol.Command> behavior =
                CuratorActor.create(id, "run-1", new OnlySkills(skills.getRef()), scripted);
        TestProbe<CuratorProtocol.Reply> probe = KIT.createTestProbe();
        var ask = new CuratorProtocol.Distil("distil/1", "run-1", 1, List.of(), probe.getRef());
        var entity = KIT.spawn(behavior);
        entity.tell(ask);
        var told = skills.expectMessageClass(SkillProtocol.ObserveTraces.class, SOON);
        assertThat(told.proposals()).containsExactly(proposal);
        entity = restarted(entity, behavior);
        skills.expectNoMessage(NEVER);
        entity.tell(new CuratorProtocol.Distil("distil/2", "run-1", 2, List.of(), probe.getRef()));
        var again = skills.expectMessageClass(SkillProtocol.ObserveTraces.class, SOON);
        assertThat(again.requestId()).isEqualTo("distil/1");
        entity.tell(ask);
        SkillRef ref = new SkillRef(new SkillId("mend"), 1, 3, 0.375);
        again.replyTo().tell(new SkillProtocol.Observed("distil/1", ref));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new CuratorProtocol.Distilled("distil/1", List.of(ref)));
        SkillProtocol.ObserveTraces next;
        do {
            next = skills.expectMessageClass(SkillProtocol.ObserveTraces.class, SOON);
        } while (next.requestId().equals("distil/1"));
        next.replyTo().tell(new SkillProtocol.Observed("distil/2", ref));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new CuratorProtocol.Distilled("distil/2", List.of(ref)));
        entity.tell(ask);
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new CuratorProtocol.Distilled("distil/1", List.of(ref)));
        assertThat(journal("SkillCurator|a")).hasSize(4);
    }

    @Test
    void what_fails_every_time_is_given_up_with_a_reason_and_tried_anew_when_asked_again() {
        Digest lost = Digest.of("lost");
        GroupRef group = new GroupRef("g/1", "t/1", lost, lost, 8, 3);
        TestProbe<SolverProtocol.Reply> solver = KIT.createTestProbe();
        TestProbe<CuratorProtocol.Reply> curator = KIT.createTestProbe();
        TestProbe<SkillProtocol.Reply> skill = KIT.createTestProbe();
        var solverEntity =
                KIT.spawn(SolverActor.create(PersistenceId.ofUniqueId("Solver|d"), "run-1", desk.getRef(), bench));
        solverEntity.tell(new SolverProtocol.Open("run-1", 7, MutationMix.BALANCED, solver.getRef()));
        solver.receiveMessage(SOON);
        solverEntity.tell(train("train/1", List.of(group), solver.getRef()));
        TestProbe<SkillProtocol.Command> skills = KIT.createTestProbe(SkillProtocol.Command.class);
        var curatorEntity = KIT.spawn(CuratorActor.create(
                PersistenceId.ofUniqueId("SkillCurator|d"), "run-1", new OnlySkills(skills.getRef()), bench));
        curatorEntity.tell(new CuratorProtocol.Distil("distil/1", "run-1", 1, List.of(group), curator.getRef()));
        curatorEntity.tell(new CuratorProtocol.Distil("distil/2", "run-1", 2, List.of(), curator.getRef()));
        Digest snapshot = world.repositories.get(0).snapshot();
        KIT.spawn(SkillActor.create(PersistenceId.ofUniqueId("Skill|d"), SkillId.UNGUIDED, bench))
                .tell(new SkillProtocol.Propose(
                        "plant/0", 7, Pool.TRAIN, LIB, snapshot, 4, lost, List.of(), List.of(), skill.getRef()));

        Duration givingUp = Duration.ofSeconds(20);
        assertThat(solver.receiveMessage(givingUp)).isEqualTo(new SolverProtocol.Failed("train/1", missing(lost)));
        assertThat(skill.receiveMessage(givingUp)).isEqualTo(new SkillProtocol.Failed("plant/0", missing(lost)));
        assertThat(curator.receiveMessage(givingUp)).isEqualTo(new CuratorProtocol.Failed("distil/1", missing(lost)));
        assertThat(curator.receiveMessage(SOON)).isEqualTo(new CuratorProtocol.Distilled("distil/2", List.of()));
        assertThat(journal("Solver|d")).hasSize(1);

        GroupRef whole = Groups8.group(world, "g/1", 3);
        solverEntity.tell(train("train/1", List.of(whole), solver.getRef()));
        assertThat(solver.receiveMessage(SOON)).isInstanceOf(SolverProtocol.Trained.class);
    }

    private static String missing(Digest digest) {
        return "MissingArtifact: no artifact " + digest;
    }

    @Test
    void a_failure_that_passes_is_ridden_out_without_being_asked_again() {
        TestProbe<SolverProtocol.Reply> probe = KIT.createTestProbe();
        var entity = KIT.spawn(SolverActor.create(PersistenceId.ofUniqueId("Solver|e"), "run-1", desk.getRef(), bench));
        entity.tell(new SolverProtocol.Open("run-1", 7, MutationMix.BALANCED, probe.getRef()));
        probe.receiveMessage(SOON);
        GroupRef group = Groups8.group(world, "g/1", 3);
        Object stored = bench.artifacts().get(group.artifact(), org.elenchus.protocol.trace.TraceGroup.class);
        world.artifacts.lose(group.artifact());
        entity.tell(train("train/1", List.of(group), probe.getRef()));
        probe.expectNoMessage(Duration.ofMillis(700));
        bench.artifacts().put(stored);
        assertThat(probe.receiveMessage(SOON)).isInstanceOf(SolverProtocol.Trained.class);
    }

    @Test
    void a_solver_that_was_never_opened_says_so() {
        TestProbe<SolverProtocol.Reply> probe = KIT.createTestProbe();
        var entity = KIT.spawn(SolverActor.create(PersistenceId.ofUniqueId("Solver|f"), "run-1", desk.getRef(), bench));
        entity.tell(train("train/1", List.of(), probe.getRef()));
        assertThat(probe.receiveMessage(SOON))
                .isEqualTo(
                        new SolverProtocol.Failed("train/1", "the journal does not hold that the solver was opened"));
    }

    @Test
    void entities_recover_from_a_snapshot_as_from_their_events() {
        PersistenceId id = PersistenceId.ofUniqueId("Skill|snap");
        Behavior<SkillProtocol.Command> behavior = SkillActor.create(id, SkillId.UNGUIDED, bench);
        TestProbe<SkillProtocol.Reply> probe = KIT.createTestProbe();
        var entity = KIT.spawn(behavior);
        for (int i = 0; i < 120; i++) {
            entity.tell(new SkillProtocol.RecordOutcomes(
                    "outcomes/" + i,
                    i,
                    List.of(new SkillProtocol.Outcome(
                            "c/" + i,
                            SkillProtocol.End.ADMITTED,
                            Optional.empty(),
                            Optional.of(0.1),
                            Optional.of(0.1),
                            Optional.of(0.5))),
                    probe.getRef()));
        }
        probe.receiveSeveralMessages(120, SOON);
        entity = restarted(entity, behavior);
        entity.tell(new SkillProtocol.RecordOutcomes("outcomes/7", 7, List.of(), probe.getRef()));
        assertThat(probe.receiveMessage(SOON)).isEqualTo(new SkillProtocol.Recorded("outcomes/7", SkillId.UNGUIDED));
        assertThat(journal("Skill|snap")).hasSize(120);
    }

    /** Groups of eight rollouts with one choice each among three; the first row solves. */
    private static final class Groups8 {
        static GroupRef group(TinyWorld world, String id, int solved) {
            List<org.elenchus.protocol.trace.Trace> traces = new java.util.ArrayList<>();
            for (int i = 0; i < 8; i++) {
                double r = i < solved ? 1 : 0;
                var choice = new org.elenchus.protocol.trace.Choice(
                        0, i < solved ? 0 : 1 + i % 2, List.of(), StrictMath.log(1.0 / 3));
                traces.add(new org.elenchus.protocol.trace.Trace(
                        id + "/" + i,
                        "task of " + id,
                        List.of(new org.elenchus.protocol.trace.Step.Localise(choice, "A.java", 1, "return")),
                        new org.elenchus.protocol.trace.RewardVector(r, r, 1)));
            }
            Digest artifact = world.artifacts.put(new org.elenchus.protocol.trace.TraceGroup(
                    id,
                    Digest.of("task"),
                    Digest.of("policy"),
                    traces,
                    List.of(new org.elenchus.protocol.trace.ChoiceSet(new int[][] {{0}, {1}, {2}}))));
            return new GroupRef(id, "task of " + id, Digest.of("task"), artifact, 8, solved);
        }
    }

    /** Knows skills only. */
    private record OnlySkills(RecipientRef<SkillProtocol.Command> skills) implements Directory {
        @Override
        public RecipientRef<RepositoryProtocol.Command> repository(String runId, RepositoryCoordinate coordinate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RecipientRef<SolverProtocol.Command> solver(String runId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RecipientRef<CuratorProtocol.Command> curator(String runId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RecipientRef<SkillProtocol.Command> skill(String runId, SkillId skill) {
            return skills;
        }

        @Override
        public RecipientRef<ValidatorProtocol.Command> validator(String runId, RepositoryCoordinate coordinate) {
            throw new UnsupportedOperationException();
        }
    }
}
