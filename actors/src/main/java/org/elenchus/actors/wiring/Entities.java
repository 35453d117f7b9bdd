package org.elenchus.actors.wiring;

import com.typesafe.config.Config;
import java.time.Duration;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityContext;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.ClusterSingletonSettings;
import org.apache.pekko.cluster.typed.SingletonActor;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.elenchus.actors.curator.CuratorActor;
import org.elenchus.actors.evaluation.SolveRate;
import org.elenchus.actors.gates.Gates;
import org.elenchus.actors.repository.RepositoryActor;
import org.elenchus.actors.run.EvolutionRunActor;
import org.elenchus.actors.run.Patience;
import org.elenchus.actors.run.RunMeter;
import org.elenchus.actors.skill.SkillActor;
import org.elenchus.actors.slot.DeskMeter;
import org.elenchus.actors.slot.Judge;
import org.elenchus.actors.slot.SlotActor;
import org.elenchus.actors.slot.SlotMeter;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.actors.slot.Workshop;
import org.elenchus.actors.solver.SolverActor;
import org.elenchus.actors.validator.ValidatorActor;
import org.elenchus.protocol.node.NodeRole;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.skill.SkillId;

/** Starts what lives on a node: the shard regions of all entities, the cluster's work desk, and this node's slots. */
public final class Entities {
    private static final String ASK_AGAIN = "elenchus.run.ask-again";
    private static final String DRAIN = "elenchus.slot.drain";
    private static final String REMEMBERED = "elenchus.run.remembered";

    private final ClusterSharding sharding;
    private final ShardedDirectory directory;
    private final ActorRef<EvolutionRunProtocol.Status> nobody;
    private final SlotMeter slots = new SlotMeter();
    private final DeskMeter desk = new DeskMeter();
    private final RunMeter runs = new RunMeter();

    private Entities(ActorSystem<?> system) {
        this.sharding = ClusterSharding.get(system);
        this.directory = new ShardedDirectory(sharding);
        this.nobody = system.ignoreRef();
    }

    /** As below, with the gates as they are. */
    public static Entities init(ActorSystem<?> system, Workbench workbench, int slots) {
        return init(system, workbench, new Gates(workbench.artifacts())::judge, slots);
    }

    /**
     * To be called once per node, before it is told which cluster to join: a member without shard regions is waited for by the others.
     *
     * @param slots sandboxes this node offers; 0 for a node without
     */
    public static Entities init(ActorSystem<?> system, Workbench workbench, Judge gates, int slots) {
        Entities entities = new Entities(system);
        ActorRef<WorkDesk.Command> desk = ClusterSingleton.get(system)
                .init(SingletonActor.of(WorkDesk.create(entities.desk), "work-desk")
                        .withSettings(ClusterSingletonSettings.create(system).withRole(NodeRole.COORDINATOR.text())));
        entities.regions(system, workbench, desk);
        Workshop workshop = new Workshop(workbench, gates);
        for (int i = 0; i < slots; i++) {
            drained(
                    system,
                    system.systemActorOf(
                            SlotActor.create(desk, workbench, workshop, entities.slots), "slot-" + i, Props.empty()));
        }
        return entities;
    }

    /** A node that leaves an orderly way hands in first what its slots have in hand. */
    private static void drained(ActorSystem<?> system, ActorRef<SlotActor.Command> slot) {
        Duration patience = system.settings().config().getDuration(DRAIN);
        if (patience.isZero()) {
            return;
        }
        CoordinatedShutdown.get(system)
                .addTask(
                        CoordinatedShutdown.PhaseServiceRequestsDone(),
                        slot.path().name() + " drains",
                        () -> AskPattern.<SlotActor.Command, Done>ask(
                                        slot, SlotActor.Drain::new, patience, system.scheduler())
                                .exceptionally(late -> Done.getInstance()));
    }

    public ShardedDirectory directory() {
        return directory;
    }

    /** How busy this node's slots were. */
    public SlotMeter slots() {
        return slots;
    }

    /** The cluster's desk, where it is on this node. */
    public DeskMeter desk() {
        return desk;
    }

    /** The runs of this node. */
    public RunMeter runs() {
        return runs;
    }

    private void regions(ActorSystem<?> system, Workbench workbench, ActorRef<WorkDesk.Command> desk) {
        Config askAgain = system.settings().config().getConfig(ASK_AGAIN);
        Patience patience = new Patience(askAgain.getDuration("first"), askAgain.getDuration("longest"));
        boolean remembered = system.settings().config().getBoolean(REMEMBERED);
        sharding.init(Entity.of(EntityTypes.RUN, context -> Hastening.of(run(context, desk, patience)))
                .withRole(NodeRole.COORDINATOR.text())
                .withStopMessage(new EvolutionRunActor.Rest())
                .withSettings(ClusterShardingSettings.create(system).withRememberEntities(remembered)));
        region(EntityTypes.REPOSITORY, context -> RepositoryActor.create(persistenceId(context), runId(context), desk));
        region(
                EntityTypes.SOLVER,
                context -> SolverActor.create(persistenceId(context), runId(context), desk, workbench));
        region(
                EntityTypes.CURATOR,
                context -> CuratorActor.create(persistenceId(context), runId(context), directory, workbench));
        region(
                EntityTypes.SKILL,
                context -> SkillActor.create(
                        persistenceId(context), new SkillId(EntityIds.local(context.getEntityId())), workbench));
        region(EntityTypes.VALIDATOR, context -> ValidatorActor.create(persistenceId(context), runId(context), desk));
    }

    private Behavior<EvolutionRunProtocol.Command> run(
            EntityContext<EvolutionRunProtocol.Command> context, ActorRef<WorkDesk.Command> desk, Patience patience) {
        return EvolutionRunActor.create(
                runId(context),
                persistenceId(context),
                directory,
                desk,
                SolveRate::ofGroups,
                patience,
                new EvolutionRunActor.Listener() {
                    @Override
                    public void atRest(ActorRef<EvolutionRunProtocol.Command> run) {
                        context.getShard().tell(new ClusterSharding.Passivate<>(run));
                    }

                    @Override
                    public void wanted() {
                        directory.run(runId(context)).tell(new EvolutionRunProtocol.GetStatus(nobody));
                    }

                    @Override
                    public void completed(IterationReport report) {
                        runs.completed(report);
                    }
                });
    }

    private <C> void region(EntityTypeKey<C> type, CreateEntity<C> create) {
        sharding.init(Entity.of(type, create::create).withRole(NodeRole.ENTITIES.text()));
    }

    private static String runId(EntityContext<?> context) {
        return EntityIds.runId(context.getEntityId());
    }

    private static PersistenceId persistenceId(EntityContext<?> context) {
        return EntityIds.persistenceId(context.getEntityTypeKey(), context.getEntityId());
    }

    /** Makes one entity. */
    @FunctionalInterface
    private interface CreateEntity<C> {
        Behavior<C> create(EntityContext<C> context);
    }
}
