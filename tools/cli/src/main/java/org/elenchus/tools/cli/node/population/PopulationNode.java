package org.elenchus.tools.cli.node.population;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.PoisonPill;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.sharding.ShardRegion.ClusterShardingStats;
import org.apache.pekko.cluster.sharding.ShardRegion.CurrentShardRegionState;
import org.apache.pekko.cluster.sharding.ShardRegion.ShardRegionStats;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingQuery;
import org.apache.pekko.cluster.sharding.typed.GetClusterShardingStats;
import org.apache.pekko.cluster.sharding.typed.GetShardRegionState;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.elenchus.actors.wiring.Entities;
import org.elenchus.actors.wiring.EntityTypes;
import org.elenchus.cluster.Profile;
import org.elenchus.persistence.Database;
import org.elenchus.tools.cli.node.StoredArtifacts;
import org.elenchus.tools.simulation.load.ExecutionMeter;
import org.elenchus.tools.simulation.load.Latency;
import org.elenchus.tools.simulation.load.Load;

/** A node without slots. Entities, sharding, membership and journal are as in {@link org.elenchus.tools.cli.node.Node}, and so are their settings. */
final class PopulationNode {
    private static final List<EntityTypeKey<?>> KINDS = List.of(EntityTypes.REPOSITORY, EntityTypes.SKILL);
    private static final Duration STATS_PATIENCE = Duration.ofSeconds(3);
    private static final Duration QUERY_PATIENCE = Duration.ofSeconds(10);
    private static final int LOOKS_EVERY_MILLIS = 100;
    private static final int COLLECTIONS = 3;

    private final ActorSystem<Void> system;
    private final Sweeper sweeper;
    private int rests;

    /** @param database initialised */
    PopulationNode(PopulationNodeSettings settings, Profile profile, Database database) {
        this.system = ActorSystem.create(
                Behaviors.empty(),
                Profile.SYSTEM,
                ActorSystemSetup.create(BootstrapSetup.create(config(profile)), database.setup()));
        Load nothing = new Load(0, 3, 2, 1, new Latency(0, 0, 0));
        Entities entities = Entities.init(
                system, nothing.workbench(new StoredArtifacts(database.artifacts()), new ExecutionMeter()), 0);
        this.sweeper = new Sweeper(settings.population(), system, entities.directory());
        profile.join(system);
    }

    private static Config config(Profile profile) {
        // Nothing of a measurement is to be handed over at its end.
        Config own = ConfigFactory.parseMap(
                Map.of("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off"), "a measuring node");
        return ConfigFactory.systemProperties()
                .withFallback(own)
                .withFallback(Database.config())
                .withFallback(profile.config())
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }

    ActorSystem<?> system() {
        return system;
    }

    Object answer(Question question) throws InterruptedException {
        return switch (question) {
            case Question.Look look -> look();
            case Question.Sweep sweep -> sweeper.sweep(sweep);
            case Question.Rest rest -> rest();
            case Question.Weigh weigh -> weigh();
        };
    }

    private ClusterView look() {
        List<Member> members = StreamSupport.stream(
                        Cluster.get(system).state().getMembers().spliterator(), false)
                .filter(member -> member.status().equals(MemberStatus.up()))
                .toList();
        String oldest = members.stream()
                .reduce((one, other) -> one.isOlderThan(other) ? one : other)
                .map(member -> member.address().hostPort())
                .orElse("");
        List<ClusterView.Region> regions = new ArrayList<>();
        KINDS.forEach(kind -> regions.addAll(regions(kind)));
        return new ClusterView(members.stream().map(PopulationNode::place).toList(), place(oldest), regions);
    }

    private static String place(Member member) {
        return place(member.address().hostPort());
    }

    /** As HOST:PORT, without the name of the system. */
    private static String place(String hostPort) {
        return hostPort.substring(hostPort.indexOf('@') + 1);
    }

    private List<ClusterView.Region> regions(EntityTypeKey<?> kind) {
        ClusterShardingStats stats;
        try {
            stats = AskPattern.<ClusterShardingQuery, ClusterShardingStats>ask(
                            ClusterSharding.get(system).shardState(),
                            replyTo -> new GetClusterShardingStats(kind, STATS_PATIENCE, replyTo),
                            QUERY_PATIENCE,
                            system.scheduler())
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException late) {
            return List.of();
        }
        List<ClusterView.Region> regions = new ArrayList<>();
        for (Map.Entry<Address, ShardRegionStats> region : stats.getRegions().entrySet()) {
            Map<String, Object> shards = region.getValue().getStats();
            regions.add(new ClusterView.Region(
                    kind.name(),
                    place(region.getKey().hostPort()),
                    shards.size(),
                    shards.values().stream()
                            .mapToInt(count -> ((Number) count).intValue())
                            .sum()));
        }
        return regions;
    }

    private Rested rest() throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        ActorRef passivation = ((ExtendedActorSystem) Adapter.toClassic(system))
                .systemActorOf(Passivation.of(sent), "passivation-" + rests++);
        while (living() > 0) {
            Thread.sleep(LOOKS_EVERY_MILLIS);
        }
        passivation.tell(PoisonPill.getInstance(), ActorRef.noSender());
        return new Rested(sent.get());
    }

    /** Entities on this node. */
    private int living() {
        return KINDS.stream().mapToInt(this::living).sum();
    }

    private int living(EntityTypeKey<?> kind) {
        return AskPattern.<ClusterShardingQuery, CurrentShardRegionState>ask(
                        ClusterSharding.get(system).shardState(),
                        replyTo -> new GetShardRegionState(kind, replyTo),
                        QUERY_PATIENCE,
                        system.scheduler())
                .toCompletableFuture()
                .join()
                .getShards()
                .stream()
                .mapToInt(shard -> shard.getEntityIds().size())
                .sum();
    }

    private static Weight weigh() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(LOOKS_EVERY_MILLIS);
        }
        return new Weight(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
