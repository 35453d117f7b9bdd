package org.elenchus.tools.cli.node;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.actors.reply.Blocking;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.actors.wiring.Entities;
import org.elenchus.cluster.Profile;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.OutcomeStore;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.evolve.Engine;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.PreparationLimits;
import org.elenchus.tools.mining.PreparationListener;
import org.elenchus.tools.mining.history.OlderSources;
import org.elenchus.tools.mining.history.PreviousRelease;
import org.elenchus.tools.mining.history.Releases;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.HistoricalAuthor;
import org.elenchus.tools.mining.history.record.MinedPool;
import org.elenchus.tools.mining.history.reversion.ReversionAuthor;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.snapshot.SnapshotExchange;
import org.elenchus.tools.repair.author.EmbeddedAuthor;
import org.elenchus.tools.repair.distiller.EmbeddedDistiller;
import org.elenchus.tools.repair.secondorder.SecondOrderAuthor;
import org.elenchus.tools.repair.solver.EmbeddedSolver;
import org.elenchus.tools.sandbox.WorkerSandboxes;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;

/** This process as a node: every port has its adapter, every entity its region, every slot its sandbox. */
public final class Node implements Engine {
    /** Until a run that does not answer is asked again; twice as long each time, 127 s in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int ASKS = 7;
    private static final int STOP_SECONDS = 30;

    private final int slots;
    private final OutcomeStore outcomes;
    private final WorkerSandboxes sandboxes;
    private final MinedRepositories repositories;
    private final ActorSystem<Void> system;
    private final Entities entities;
    private final ThreadTimes learning = new ThreadTimes(Blocking.DISPATCHER);

    private Node(
            Profile profile,
            Database database,
            DataFolder folder,
            int slots,
            WorkerHosts hosts,
            NodeMetrics metrics,
            PreparationListener listener) {
        this.slots = slots;
        this.outcomes = OutcomeStore.open(folder.paths().outcomes());
        MavenLibraries libraries = MavenLibraries.ofThisMachine(false);
        this.repositories = new MinedRepositories(
                folder.paths().repositories(),
                libraries,
                PreparationLimits.DEFAULT,
                listener,
                database.packs().<SnapshotExchange>map(LeftSnapshots::new).orElse(SnapshotExchange.NONE));
        this.system = ActorSystem.create(
                Behaviors.empty(),
                Profile.SYSTEM,
                ActorSystemSetup.create(
                        BootstrapSetup.create(NodeConfig.of(profile, slots)),
                        database.setup(),
                        new RunRoutes.Journal(database),
                        metrics));
        Artifacts artifacts = new StoredArtifacts(database.artifacts());
        this.sandboxes = new WorkerSandboxes(hosts, settingsFor(folder), new StoredOutcomes(outcomes));
        Workbench workbench = new Workbench(
                repositories, sandboxes, new EmbeddedSolver(), author(libraries), new EmbeddedDistiller(), artifacts);
        this.entities = Entities.init(system, workbench, slots);
        metrics.watch(entities, sandboxes.meter(), slots);
        profile.join(system);
    }

    /** History answers for what is history's, the embedded author for the rest. */
    private static TaskAuthor author(MavenLibraries libraries) {
        OlderSources sources = new OlderSources(libraries, PreparationLimits.DEFAULT.intake());
        PreviousRelease previous = new PreviousRelease(new Releases(libraries), sources);
        return new HistoricalAuthor(
                new MinedPool(BugList.reviewed(), sources)::candidates,
                new ReversionAuthor(previous::before, new SecondOrderAuthor(new EmbeddedAuthor())));
    }

    /**
     * Starts a node on a claimed folder.
     *
     * @param profile the cluster it is part of
     * @param database of journal and artifacts, initialised; to be closed after the node
     * @param slots sandboxes at work at once
     * @param hosts what they run in; closed with the node
     * @param metrics measures the node; its own to close
     * @param listener hears how repositories are prepared
     */
    public static Node start(
            Profile profile,
            Database database,
            DataFolder folder,
            int slots,
            WorkerHosts hosts,
            NodeMetrics metrics,
            PreparationListener listener) {
        return new Node(profile, database, folder, slots, hosts, metrics, listener);
    }

    /** Waits until the node has left its cluster, asked to or downed by it. */
    public void awaitEnd() throws InterruptedException {
        try {
            system.getWhenTerminated().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an actor system ends without a result", e);
        }
    }

    /** What bounds the sandboxes of a node on this folder. */
    public static SandboxSettings settingsFor(DataFolder folder) {
        return SandboxSettings.inside(folder.paths().repositories());
    }

    @Override
    public Status start(RunSpec spec) throws Fault, InterruptedException {
        return ask(spec.runId(), replyTo -> new EvolutionRunProtocol.Start(spec, replyTo));
    }

    @Override
    public Status status(String runId) throws Fault, InterruptedException {
        return ask(runId, EvolutionRunProtocol.GetStatus::new);
    }

    @Override
    public Effort effort() {
        return new Effort(entities.slots().read().busyNanos() / 1e9 / slots, learning.seconds());
    }

    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            system.log().warn("the node did not stop in order", e);
        }
        repositories.close();
        sandboxes.close();
        outcomes.close();
    }

    /** Commands are idempotent, so one that was not answered in time is sent again. */
    private Status ask(String runId, Function<ActorRef<Status>, EvolutionRunProtocol.Command> command)
            throws Fault, InterruptedException {
        for (int i = 0; i < ASKS; i++) {
            try {
                return AskPattern.<EvolutionRunProtocol.Command, Status>ask(
                                entities.directory().run(runId),
                                command::apply,
                                PATIENCE.multipliedBy(1L << i),
                                system.scheduler())
                        .toCompletableFuture()
                        .get();
            } catch (ExecutionException e) {
                system.log().warn("{} did not answer: {}", runId, String.valueOf(e.getCause()));
            }
        }
        throw Fault.failure(runId + " does not answer; the log tells why. The same command goes on with the run");
    }
}
