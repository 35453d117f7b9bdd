package org.elenchus.tools.cli.bench.entities;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.elenchus.persistence.Credentials;
import org.elenchus.persistence.JournalFill;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.persistence.ScratchSchema;
import org.elenchus.persistence.StorageFault;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.bench.entities.Figures.Join;
import org.elenchus.tools.cli.bench.entities.Figures.Kill;
import org.elenchus.tools.cli.bench.entities.Figures.Memory;
import org.elenchus.tools.cli.bench.entities.Figures.Recovery;
import org.elenchus.tools.cli.node.population.ClusterView;
import org.elenchus.tools.cli.node.population.Swept;
import org.elenchus.tools.simulation.population.Population;
import org.elenchus.tools.simulation.population.Resident;

/** Fills a journal, has a cluster recover it, and has nodes join and die. */
public final class EntitiesBench {
    /** What nodes have loaded and compiled by then is no entity's weight. */
    private static final int FIRST_SAMPLE_PARTS = 50;

    private final EntityLoad load;
    private final Population population;
    private final ScratchSchema schema;
    private final Consumer<String> step;
    private final Consumer<String> progress;
    private final SplittableRandom draws;
    private final List<Recovery> recoveries = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final List<Kill> kills = new ArrayList<>();
    private Optional<Memory> memory = Optional.empty();
    private double filled;

    /** @param step hears what is done next @param progress hears now and then how far it is */
    public EntitiesBench(EntityLoad load, ScratchSchema schema, Consumer<String> step, Consumer<String> progress) {
        this.load = load;
        this.population = load.population();
        this.schema = schema;
        this.step = step;
        this.progress = progress;
        this.draws = new SplittableRandom(population.seed());
    }

    /** All of it. @throws Fault when an entity has not answered, or otherwise than its events have it */
    public void measure() throws IOException, StorageFault, Fault, InterruptedException {
        filled = fill();
        try (EntityCluster cluster = new EntityCluster(load, schema.environment())) {
            recover(cluster);
            step.accept("one more node joins");
            joins.add(join(cluster));
            for (int i = 0; i < load.kills(); i++) {
                for (boolean oldest : new boolean[] {true, false}) {
                    step.accept("kill -9 of " + (oldest ? "the oldest node" : "another node") + ", " + (i + 1) + " of "
                            + load.kills());
                    kills.add(kill(cluster, oldest));
                    step.accept("another node joins in its place");
                    joins.add(join(cluster));
                }
            }
        }
    }

    /** What has been measured so far. */
    public Figures figures() {
        return new Figures(load, filled, recoveries, memory, joins, kills);
    }

    private double fill() throws StorageFault, InterruptedException {
        long since = System.nanoTime();
        schema.renew();
        step.accept("filling the journal with " + population.events() + " events");
        try (PostgresDatabase database = PostgresDatabase.at(
                        String.valueOf(schema.environment().get("ELENCHUS_DB")),
                        Credentials.of(schema.environment()),
                        progress);
                JournalFill journal = open(database)) {
            journal.fill(
                    IntStream.range(0, population.size())
                            .mapToObj(population::resident)
                            .map(EntitiesBench::history)
                            .iterator(),
                    written -> progress.accept(written + " events written"));
        }
        return secondsSince(since);
    }

    private static JournalFill open(PostgresDatabase database) throws StorageFault {
        database.initialise();
        return JournalFill.open(database, ConfigFactory.defaultReference());
    }

    private static JournalFill.History history(Resident resident) {
        return new JournalFill.History(resident.persistenceId(), resident.events());
    }

    private void recover(EntityCluster cluster) throws IOException, Fault, InterruptedException {
        for (int i = 1; i <= load.nodes(); i++) {
            step.accept("starting node " + i + " of " + load.nodes());
            cluster.start();
            cluster.awaitMembers();
        }
        cluster.sweep(Math.max(1, population.size() / FIRST_SAMPLE_PARTS), draws.nextLong());
        cluster.rest();
        long before = cluster.weigh();
        step.accept("recovering " + population.size() + " entities");
        recoveries.add(recovery(cluster));
        long entities = cluster.look().entities();
        long resident = cluster.weigh();
        step.accept("sending them to rest");
        cluster.rest();
        memory = Optional.of(new Memory(entities, before, resident, cluster.weigh()));
        step.accept("recovering them again");
        recoveries.add(recovery(cluster));
    }

    private Recovery recovery(EntityCluster cluster) throws Fault, InterruptedException {
        long since = System.nanoTime();
        cluster.sweep(population.size(), draws.nextLong());
        return new Recovery(population.size(), population.events(), secondsSince(since));
    }

    private Join join(EntityCluster cluster) throws IOException, Fault, InterruptedException {
        int shards = cluster.look().shards();
        long since = System.nanoTime();
        String address = cluster.start();
        cluster.await("node " + address + " up", view -> view.members().contains(address));
        double up = secondsSince(since);
        int nodes = cluster.addresses().size();
        cluster.await("shards on all nodes alike", view -> isBalanced(view, nodes, shards));
        double balanced = secondsSince(since);
        cluster.sweep(load.sample(), draws.nextLong());
        double answering = secondsSince(since);
        cluster.sweep(population.size(), draws.nextLong());
        cluster.awaitMembers();
        return new Join(up, balanced, answering);
    }

    /** All shards that there were live somewhere, and no node has two more of a kind than another. */
    private static boolean isBalanced(ClusterView view, int nodes, int shards) {
        return view.members().size() == nodes
                && view.regions().stream()
                                .map(ClusterView.Region::address)
                                .distinct()
                                .count()
                        == nodes
                && view.shards() == shards
                && view.spread() <= 1;
    }

    private Kill kill(EntityCluster cluster, boolean oldest) throws Fault, InterruptedException {
        String first = cluster.look().oldest();
        List<String> others = cluster.addresses().stream()
                .filter(address -> !address.equals(first))
                .toList();
        String victim = oldest ? first : others.get(draws.nextInt(others.size()));
        long since = System.nanoTime();
        cluster.kill(victim);
        double dead = secondsSince(since);
        Swept swept = cluster.sweepAll(load.sample(), draws.nextLong());
        double all = secondsSince(since);
        cluster.awaitMembers();
        return new Kill(oldest, dead + swept.firstMillis() / 1e3, swept.slowestMillis() / 1e3, swept.repeated(), all);
    }

    private static double secondsSince(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
