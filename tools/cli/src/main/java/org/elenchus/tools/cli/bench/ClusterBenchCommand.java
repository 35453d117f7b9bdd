package org.elenchus.tools.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.persistence.ScratchSchema;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.bench.cluster.ClusterBench;
import org.elenchus.tools.cli.bench.cluster.ClusterFigures;
import org.elenchus.tools.cli.bench.cluster.ClusterLoad;
import org.elenchus.tools.cli.bench.cluster.Measured;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.simulation.load.Latency;
import org.elenchus.tools.simulation.load.Load;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how self-play grows with the nodes of a cluster. */
@Command(
        name = "cluster",
        sortOptions = false,
        description = {
            "Measure self-play on clusters of several sizes: nodes are processes of this machine with real entities, sharding and",
            "journal, and sandboxes that only take time. Each size starts anew in a schema 'elenchus_bench' of the PostgreSQL",
            "database, which is removed again; one measurement at a time on one database."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench cluster --db jdbc:postgresql://localhost:5432/elenchus --json cluster.json",
            "  elenchus bench cluster --db ... --nodes 1 --latency 0          what orchestration alone can do",
            "  elenchus bench cluster --db ... --rollouts 2 --edits 1         the smallest pieces of work"
        })
public final class ClusterBenchCommand extends JournalVerb {
    private static final int MOST_NODES = 64;
    private static final int MOST_SLOTS = 4096;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4,8",
            description = "Sizes of clusters; efficiency is compared to the first (default: ${DEFAULT-VALUE}).")
    private List<Integer> nodes = List.of();

    @Option(
            names = "--slots",
            paramLabel = "N",
            defaultValue = "64",
            description = "Simulated sandboxes of each node (default: ${DEFAULT-VALUE}).")
    private int slots;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            defaultValue = "100",
            description = "Mean of an execution in milliseconds; 0 for none (default: ${DEFAULT-VALUE}).")
    private double latency;

    @Option(
            names = "--spread",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Executions take between 1 - SHARE and 1 + SHARE times the mean (default: ${DEFAULT-VALUE}).")
    private double spread;

    @Option(
            names = "--rollouts",
            paramLabel = "K",
            defaultValue = "8",
            description = "Rollouts of a task, one piece of work (default: ${DEFAULT-VALUE}, as evolve's).")
    private int rollouts;

    @Option(
            names = "--edits",
            paramLabel = "T",
            defaultValue = "6",
            description = "Edits a rollout may try, an execution each (default: ${DEFAULT-VALUE}, as evolve's).")
    private int edits;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "24",
            description = "Runs under way for each node (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--repositories",
            paramLabel = "N",
            defaultValue = "100",
            description = "Repositories; each run works on three (default: ${DEFAULT-VALUE}).")
    private int repositories;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "20",
            description = "Seconds before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--longest-warm-up",
            paramLabel = "S",
            defaultValue = "120",
            description = "Seconds waited on top, at most, until all slots are busy (default: ${DEFAULT-VALUE}).")
    private int longestWarmUp;

    @Option(
            names = "--window",
            paramLabel = "S",
            defaultValue = "20",
            description = "Seconds measured (default: ${DEFAULT-VALUE}).")
    private int window;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "384m",
            description = "Largest heap of a node's process (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of runs and latencies (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to a file.")
    private @Nullable Path json;

    @Override
    protected void check() throws Fault {
        for (int size : nodes) {
            Bounds.atLeast(1, "--nodes", size);
            Bounds.atMost(MOST_NODES, "--nodes", size);
        }
        Bounds.atLeast(1, "--slots", slots);
        Bounds.atMost(MOST_SLOTS, "--slots", slots);
        Bounds.atLeast(1, "--runs", runs);
        Bounds.atLeast(0, "--warm-up", warmUp);
        Bounds.atLeast(0, "--longest-warm-up", longestWarmUp);
        Bounds.atLeast(1, "--window", window);
        BenchOptions.heap(heap);
        load();
        new OutputFile("--json", json).check();
    }

    private Load load() throws Fault {
        try {
            return new Load(seed, repositories, rollouts, edits, new Latency(seed, latency, spread));
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        if (!(database instanceof PostgresDatabase shared)) {
            throw Fault.usage("the nodes of a cluster share a PostgreSQL database; name one with --db or $ELENCHUS_DB");
        }
        ClusterLoad load = new ClusterLoad(
                load(),
                slots,
                runs,
                warmUp,
                longestWarmUp,
                window,
                heap,
                paths().logs().resolve("bench-cluster").toAbsolutePath());
        Ticker ticker = new Ticker(err());
        List<Measured> measured = new ArrayList<>();
        try (ScratchSchema schema = shared.scratch()) {
            ClusterBench bench = new ClusterBench(schema, ticker::begin, ticker::tick);
            for (int size : nodes) {
                measured.add(bench.measure(load, size));
            }
        } finally {
            // A size that the machine could not carry does not take the others with it.
            if (!measured.isEmpty()) {
                tell(database, new ClusterFigures(load, measured));
            }
        }
        return ExitCode.SUCCESS;
    }

    private void tell(Database database, ClusterFigures figures) throws Fault {
        print(figures.text());
        new OutputFile("--json", json).write(() -> json(database, figures));
    }

    private static String json(Database database, ClusterFigures figures) {
        ObjectNode all = ProtocolJson.mapper().createObjectNode().put("database", database.toString());
        all.setAll(figures.json());
        return all.toPrettyString() + "\n";
    }
}
