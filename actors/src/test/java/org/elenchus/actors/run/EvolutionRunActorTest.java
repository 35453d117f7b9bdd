package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.elenchus.actors.Directory;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol.Command;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.GetStatus;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunStarted;
import org.elenchus.protocol.run.EvolutionRunProtocol.Start;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Share;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvolutionRunActorTest {
    private static final Config CONFIG = PersistenceTestKitPlugin.getInstance()
            .config()
            .withFallback(PersistenceTestKitSnapshotPlugin.config())
            .withFallback(EventSourcedBehaviorTestKit.config())
            .withFallback(ConfigFactory.load());
    private static final ActorTestKit KIT = ActorTestKit.create(CONFIG);
    private static final Patience NEVER = new Patience(Duration.ofHours(1), Duration.ofHours(1));
    private static final Patience LITTLE = new Patience(Duration.ofMillis(100), Duration.ofMillis(400));

    private static final TestProbe<WorkDesk.Command> DESK = KIT.createTestProbe(WorkDesk.Command.class);

    private final PersistenceTestKit journal = PersistenceTestKit.create(KIT.system());
    private final Neighbours neighbours = new Neighbours();

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @BeforeEach
    void clear() {
        journal.clearAll();
    }

    @Test
    void starting_persists_the_specification_and_asks_for_preparation() {
        var run = EventSourcedBehaviorTestKit.<Command, Event, RunState>create(
                KIT.system(), actor("run-a", neighbours, NEVER));
        var result = run.<Status>runCommand(replyTo -> new Start(Specs.spec(1), replyTo));
        assertThat(result.events()).containsExactly(new RunStarted(Specs.spec(1)));
        assertThat(result.reply().phase()).isEqualTo(Phase.PREPARING);
        assertThat(result.reply().asked()).isEqualTo(5);
        assertThat(result.reply().answered()).isZero();
        assertThat(neighbours.repositories.receiveSeveralMessages(4)).hasSize(4);
        neighbours.solvers.expectMessageClass(SolverProtocol.Open.class);
    }

    @Test
    void a_run_with_another_specification_is_refused_and_stays_as_it_is() {
        var run = EventSourcedBehaviorTestKit.<Command, Event, RunState>create(
                KIT.system(), actor("run-b", neighbours, NEVER));
        run.<Status>runCommand(replyTo -> new Start(Specs.spec(1), replyTo));
        var result = run.<Status>runCommand(replyTo -> new Start(Specs.spec(2), replyTo));
        assertThat(result.hasNoEvents()).isTrue();
        assertThat(result.reply().failure().orElseThrow()).contains("another specification");
        assertThat(run.<Status>runCommand(GetStatus::new).reply().failure()).isEmpty();
    }

    @Test
    void after_a_restart_only_what_has_no_answer_is_asked_again() {
        ActorRef<Command> run = KIT.spawn(actor("run-c", neighbours, NEVER));
        Status started = start(run, 1);
        assertThat(started.asked()).isEqualTo(5);
        List<RepositoryProtocol.Command> asked = neighbours.repositories.receiveSeveralMessages(4);
        neighbours.solvers.expectMessageClass(SolverProtocol.Open.class);
        prepared((RepositoryProtocol.Prepare) asked.get(0));
        KIT.createTestProbe().awaitAssert(() -> {
            assertThat(status(run).answered()).isEqualTo(1);
            return null;
        });
        KIT.stop(run);

        KIT.spawn(actor("run-c", neighbours, NEVER));
        assertThat(neighbours.repositories.receiveSeveralMessages(3))
                .extracting(command -> ((RepositoryProtocol.Prepare) command).coordinate())
                .containsExactly(Specs.BETA, Specs.GAMMA, Specs.DELTA);
        neighbours.solvers.expectMessageClass(SolverProtocol.Open.class);
        neighbours.repositories.expectNoMessage(Duration.ofMillis(200));
    }

    @Test
    void what_stays_unanswered_for_long_is_asked_again() {
        ActorRef<Command> run = KIT.spawn(actor("run-d", neighbours, LITTLE));
        start(run, 1);
        neighbours.repositories.receiveSeveralMessages(8, Duration.ofSeconds(5));
        KIT.stop(run);
    }

    @Test
    void goes_on_when_the_journal_fails_for_a_moment() {
        ActorRef<Command> run = KIT.spawn(actor("run-f", neighbours, NEVER));
        start(run, 1);
        List<RepositoryProtocol.Command> asked = neighbours.repositories.receiveSeveralMessages(4);
        journal.failNextPersisted("EvolutionRun|run-f");
        prepared((RepositoryProtocol.Prepare) asked.get(0));

        List<RepositoryProtocol.Command> again =
                neighbours.repositories.receiveSeveralMessages(4, Duration.ofSeconds(10));
        prepared((RepositoryProtocol.Prepare) again.get(0));
        KIT.createTestProbe().awaitAssert(() -> {
            assertThat(status(run).answered()).isEqualTo(1);
            return null;
        });
    }

    /** Once by the recovery itself, then by the clock, which the restart had stopped. */
    @Test
    void what_stays_unanswered_is_asked_again_and_again_after_the_journal_failed() {
        ActorRef<Command> run = KIT.spawn(actor("run-g", neighbours, LITTLE));
        start(run, 1);
        List<RepositoryProtocol.Command> asked = neighbours.repositories.receiveSeveralMessages(4);
        journal.failNextPersisted("EvolutionRun|run-g");
        prepared((RepositoryProtocol.Prepare) asked.get(0));

        neighbours.repositories.receiveSeveralMessages(16, Duration.ofSeconds(10));
        KIT.stop(run);
    }

    @Test
    void a_whole_run_by_messages_survives_restarts_and_writes_what_the_simulation_writes() {
        Simulation simulated = Simulation.calm(Specs.spec(7));
        Living living = new Living();
        ActorRef<Command> run = KIT.spawn(actor("run-e", living, NEVER));
        start(run, 7);
        for (int restart = 0; restart < 3; restart++) {
            KIT.stop(run, Duration.ofSeconds(10));
            run = KIT.spawn(actor("run-e", living, NEVER));
        }
        ActorRef<Command> last = run;
        KIT.createTestProbe().awaitAssert(Duration.ofSeconds(30), () -> {
            assertThat(status(last).phase()).isEqualTo(Phase.FINISHED);
            return null;
        });
        assertThat(status(last).reports()).isEqualTo(simulated.started().reports());
        List<Object> stored = new ArrayList<>(journal.persistedInStorage("EvolutionRun|run-e"));
        assertThat(stored).containsExactlyInAnyOrderElementsOf(simulated.journal);

        KIT.stop(run, Duration.ofSeconds(10));
        assertThat(status(KIT.spawn(actor("run-e", living, NEVER))).reports())
                .isEqualTo(simulated.started().reports());
    }

    @Test
    void a_state_survives_its_snapshot_in_every_phase() throws Exception {
        Simulation simulated = Simulation.calm(Specs.spec(7));
        RunState state = new RunState.NotStarted();
        for (Event event : simulated.journal) {
            state = state.apply(event);
            var serialiser = (SerializerWithStringManifest)
                    SerializationExtension.get(KIT.system()).findSerializerFor(state);
            assertThat(serialiser.manifest(state)).doesNotContain("elenchus");
            assertThat(serialiser.fromBinary(serialiser.toBinary(state), serialiser.manifest(state)))
                    .isEqualTo(state);
        }
    }

    @Test
    void a_paused_run_asks_nothing_takes_nothing_in_and_goes_on_where_it_stood() {
        ActorRef<Command> run = KIT.spawn(actor("run-h", neighbours, NEVER));
        start(run, 1);
        List<RepositoryProtocol.Command> asked = neighbours.repositories.receiveSeveralMessages(4);
        assertThat(order(run, EvolutionRunProtocol.Pause::new).phase()).isEqualTo(Phase.PAUSED);
        prepared((RepositoryProtocol.Prepare) asked.get(0));
        assertThat(status(run).answered()).isZero();
        KIT.stop(run);

        ActorRef<Command> again = KIT.spawn(actor("run-h", neighbours, NEVER));
        assertThat(status(again).phase()).isEqualTo(Phase.PAUSED);
        neighbours.repositories.expectNoMessage(Duration.ofMillis(200));
        assertThat(order(again, EvolutionRunProtocol.Resume::new).phase()).isEqualTo(Phase.PREPARING);
        assertThat(neighbours.repositories.receiveSeveralMessages(4)).hasSize(4);
    }

    @Test
    void a_run_that_is_resumed_while_it_is_put_to_rest_says_that_it_is_wanted() {
        TestProbe<String> heard = KIT.createTestProbe();
        Behavior<Command> behavior = actor("run-k", neighbours, DESK, LITTLE, new EvolutionRunActor.Listener() {
            @Override
            public void atRest(ActorRef<Command> run) {
                heard.getRef().tell("at rest");
            }

            @Override
            public void wanted() {
                heard.getRef().tell("wanted");
            }
        });
        ActorRef<Command> run = KIT.spawn(behavior);
        start(run, 1);
        order(run, EvolutionRunProtocol.Pause::new);
        heard.expectMessage("at rest");
        order(run, EvolutionRunProtocol.Resume::new);
        run.tell(new EvolutionRunActor.Rest());
        heard.fishForMessage(
                Duration.ofSeconds(5),
                word -> word.equals("wanted") ? FishingOutcomes.complete() : FishingOutcomes.continueAndIgnore());
        heard.expectTerminated(run);

        ActorRef<Command> handedOver = KIT.spawn(behavior);
        status(handedOver);
        handedOver.tell(new EvolutionRunActor.Rest());
        heard.expectTerminated(handedOver);
        heard.expectNoMessage(Duration.ofMillis(200));
    }

    @Test
    void the_desk_is_told_what_share_a_run_has_and_when_it_stands_still() {
        TestProbe<WorkDesk.Command> desk = KIT.createTestProbe(WorkDesk.Command.class);
        ActorRef<Command> run = KIT.spawn(actor("run-i", neighbours, desk, LITTLE));
        start(run, 1);
        Share half = new Share(5, Optional.of(2));
        assertThat(order(run, replyTo -> new EvolutionRunProtocol.SetShare(half, replyTo))
                        .share())
                .isEqualTo(half);
        desk.fishForMessage(
                Duration.ofSeconds(5),
                told -> told.equals(new WorkDesk.Standing("run-i", half))
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore());
        assertThat(desk.receiveMessage(Duration.ofSeconds(5)))
                .as("again with the next tick")
                .isEqualTo(new WorkDesk.Standing("run-i", half));
        Status cancelled = order(run, EvolutionRunProtocol.Cancel::new);
        assertThat(cancelled.phase()).isEqualTo(Phase.FAILED);
        assertThat(cancelled.failure().orElseThrow()).startsWith("cancelled");
        desk.fishForMessage(
                Duration.ofSeconds(5),
                told -> told.equals(new WorkDesk.Withdraw("run-i"))
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore());
        KIT.stop(run);
    }

    @Test
    void a_run_that_nobody_started_says_so_whatever_it_is_told() {
        ActorRef<Command> run = KIT.spawn(actor("run-j", neighbours, NEVER));
        assertThat(status(run).phase()).isEqualTo(Phase.NOT_STARTED);
        assertThat(order(run, EvolutionRunProtocol.Pause::new).phase()).isEqualTo(Phase.NOT_STARTED);
        assertThat(order(run, EvolutionRunProtocol.Resume::new).phase()).isEqualTo(Phase.NOT_STARTED);
        assertThat(journal.persistedInStorage("EvolutionRun|run-j")).isEmpty();
    }

    private static Status order(ActorRef<Command> run, Function<ActorRef<Status>, Command> order) {
        TestProbe<Status> probe = KIT.createTestProbe();
        run.tell(order.apply(probe.getRef()));
        return probe.receiveMessage(Duration.ofSeconds(10));
    }

    private static Behavior<Command> actor(String runId, Directory directory, Patience patience) {
        return actor(runId, directory, DESK, patience);
    }

    private static Behavior<Command> actor(
            String runId, Directory directory, TestProbe<WorkDesk.Command> desk, Patience patience) {
        return actor(runId, directory, desk, patience, new EvolutionRunActor.Listener() {});
    }

    private static Behavior<Command> actor(
            String runId,
            Directory directory,
            TestProbe<WorkDesk.Command> desk,
            Patience patience,
            EvolutionRunActor.Listener listener) {
        return EvolutionRunActor.create(
                runId,
                PersistenceId.of("EvolutionRun", runId),
                directory,
                desk.getRef(),
                Specs.COUNTING,
                patience,
                listener);
    }

    private static Status start(ActorRef<Command> run, long seed) {
        TestProbe<Status> probe = KIT.createTestProbe();
        run.tell(new Start(Specs.spec(seed), probe.getRef()));
        return probe.receiveMessage();
    }

    private static Status status(ActorRef<Command> run) {
        TestProbe<Status> probe = KIT.createTestProbe();
        run.tell(new GetStatus(probe.getRef()));
        return probe.receiveMessage(Duration.ofSeconds(10));
    }

    private static void prepared(RepositoryProtocol.Prepare asked) {
        asked.replyTo().tell(new RepositoryProtocol.Prepared(ScriptedWorld.summary(asked.coordinate())));
    }

    /** Silent neighbours: probes that only listen. */
    private static final class Neighbours implements Directory {
        private final TestProbe<RepositoryProtocol.Command> repositories = KIT.createTestProbe();
        private final TestProbe<SolverProtocol.Command> solvers = KIT.createTestProbe();

        @Override
        public RecipientRef<RepositoryProtocol.Command> repository(String runId, RepositoryCoordinate coordinate) {
            return repositories.getRef();
        }

        @Override
        public RecipientRef<SolverProtocol.Command> solver(String runId) {
            return solvers.getRef();
        }

        @Override
        public RecipientRef<CuratorProtocol.Command> curator(String runId) {
            throw new AssertionError("not in this phase");
        }

        @Override
        public RecipientRef<SkillProtocol.Command> skill(String runId, SkillId skill) {
            throw new AssertionError("not in this phase");
        }

        @Override
        public RecipientRef<ValidatorProtocol.Command> validator(String runId, RepositoryCoordinate coordinate) {
            throw new AssertionError("not in this phase");
        }
    }

    /** Neighbours that answer as the scripted world does. */
    private static final class Living implements Directory {
        private final ScriptedWorld world = new ScriptedWorld();
        private final ActorRef<RepositoryProtocol.Command> repositories =
                KIT.spawn(Behaviors.receiveMessage(command -> {
                    prepared((RepositoryProtocol.Prepare) command);
                    return Behaviors.same();
                }));
        private final ActorRef<SolverProtocol.Command> solvers = KIT.spawn(Behaviors.receiveMessage(command -> {
            switch (command) {
                case SolverProtocol.Open c -> reply(c.replyTo(), new Request.OpenSolver());
                case SolverProtocol.Attempt c -> reply(c.replyTo(), attempt(c));
                case SolverProtocol.Score c ->
                    reply(c.replyTo(), new Request.Score(c.requestId(), c.anchor(), c.candidates()));
                case SolverProtocol.Train c -> reply(c.replyTo(), train(c));
                default -> throw new AssertionError(command);
            }
            return Behaviors.same();
        }));
        private final ActorRef<CuratorProtocol.Command> curators = KIT.spawn(Behaviors.receiveMessage(command -> {
            var c = (CuratorProtocol.Distil) command;
            reply(c.replyTo(), new Request.Distil(c.requestId(), c.iteration(), c.groups()));
            return Behaviors.same();
        }));

        /** The repository of a task is not part of what a solver is told; no answer depends on it. */
        private static Request attempt(SolverProtocol.Attempt c) {
            return new Request.Attempt(
                    c.groupId(), new TaskRef(c.taskId(), c.task(), repositoryOf(c.taskId())), c.rollouts(), c.edits());
        }

        private static RepositoryCoordinate repositoryOf(String taskId) {
            return Specs.POOLS.all().stream()
                    .filter(repository -> taskId.contains("/" + repository.shortName() + "/"))
                    .findFirst()
                    .orElseThrow();
        }

        private static Request train(SolverProtocol.Train c) {
            int round = Integer.parseInt(c.requestId().split("/")[2]);
            return new Request.Train(c.requestId(), round, c.role(), c.groups(), c.proposals(), c.scores());
        }

        @Override
        public RecipientRef<RepositoryProtocol.Command> repository(String runId, RepositoryCoordinate coordinate) {
            return repositories;
        }

        @Override
        public RecipientRef<SolverProtocol.Command> solver(String runId) {
            return solvers;
        }

        @Override
        public RecipientRef<CuratorProtocol.Command> curator(String runId) {
            return curators;
        }

        @Override
        public RecipientRef<SkillProtocol.Command> skill(String runId, SkillId skill) {
            return KIT.spawn(Behaviors.receiveMessage(command -> {
                switch (command) {
                    case SkillProtocol.Propose c ->
                        reply(
                                c.replyTo(),
                                new Request.Propose(
                                        c.requestId(),
                                        skill,
                                        c.pool(),
                                        c.repository(),
                                        c.snapshot(),
                                        c.count(),
                                        c.generator(),
                                        c.taken(),
                                        c.attempted()));
                    case SkillProtocol.RecordOutcomes c ->
                        reply(
                                c.replyTo(),
                                new Request.RecordOutcomes(c.requestId(), c.iteration(), skill, c.outcomes()));
                    default -> throw new AssertionError(command);
                }
                return Behaviors.same();
            }));
        }

        @Override
        public RecipientRef<ValidatorProtocol.Command> validator(String runId, RepositoryCoordinate coordinate) {
            return KIT.spawn(Behaviors.receiveMessage(command -> {
                var c = (ValidatorProtocol.Judge) command;
                reply(c.replyTo(), new Request.Judge(c.batchId(), coordinate, c.candidates()));
                return Behaviors.same();
            }));
        }

        @SuppressWarnings("unchecked")
        private <R extends Message> void reply(ActorRef<R> replyTo, Request request) {
            world.answer(request).forEach(answer -> replyTo.tell((R) answer));
        }
    }
}
