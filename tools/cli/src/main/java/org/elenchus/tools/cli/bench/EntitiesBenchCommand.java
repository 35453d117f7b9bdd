package org.elenchus.tools.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.persistence.ScratchSchema;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.bench.entities.EntitiesBench;
import org.elenchus.tools.cli.bench.entities.EntityLoad;
import org.elenchus.tools.cli.bench.entities.Figures;
import org.elenchus.tools.cli.bench.entities.FiguresReport;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.simulation.population.Population;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a cluster that holds very many entities. */
@Command(
        name = "entities",
        sortOptions = false,
        description = {
            "Measure a cluster that holds very many entities: how fast they recover from the journal, what one weighs, and how long",
            "they do not answer when a node joins or is killed. Nodes are processes of this machine with real entities, sharding",
            "and journal; every answer is checked against the history it must come from. The journal is filled in a schema",
            "'elenchus_bench' of the PostgreSQL database, which is removed again; one measurement at a time on one database."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench entities --db jdbc:postgresql://localhost:5432/elenchus --json entities.json",
            "  elenchus bench entities --db ... --skills 5000 --events 100000 --kills 1          a quick look",
            "  elenchus bench entities --db ... --nodes 4 --sample 100000          every entity must answer after a kill",
            "  elenchus bench entities --db ... --setting pekko.cluster.split-brain-resolver.stable-after=7s"
        })
public final class EntitiesBenchCommand extends JournalVerb {
    private static final int MOST_NODES = 16;

    @Option(
            names = "--repositories",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Repositories (default: ${DEFAULT-VALUE}).")
    private int repositories;

    @Option(
            names = "--skills",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Skills (default: ${DEFAULT-VALUE}).")
    private int skills;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events of all of them together (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "Nodes, before one more joins; 2 at least, so that a majority outlives a kill"
                    + " (default: ${DEFAULT-VALUE}).")
    private int nodes;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Entities, drawn anew each time, that must answer after a join or a kill"
                    + " (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "3",
            description = "Kills of the oldest node, and as many of another; a new node joins after each"
                    + " (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "768m",
            description = "Largest heap of a node's process (default: ${DEFAULT-VALUE}).")
    private String heap = "";

    @Option(
            names = "--setting",
            paramLabel = "KEY=VALUE",
            description = "A setting of the nodes, instead of the product's; may be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of histories, samples and kills (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to a file.")
    private @Nullable Path json;

    @Override
    protected void check() throws Fault {
        Bounds.atLeast(2, "--nodes", nodes);
        Bounds.atMost(MOST_NODES, "--nodes", nodes);
        Bounds.atLeast(1, "--sample", sample);
        Bounds.atLeast(0, "--kills", kills);
        BenchOptions.heap(heap);
        for (String setting : settings) {
            if (!setting.matches("[a-z][\\w.-]*=.+")) {
                throw Fault.usage("--setting " + setting
                        + " is no setting; give one like pekko.cluster.split-brain-resolver.stable-after=7s");
            }
        }
        population();
        new OutputFile("--json", json).check();
    }

    private Population population() throws Fault {
        try {
            return new Population(seed, repositories, skills, events);
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        if (!(database instanceof PostgresDatabase shared)) {
            throw Fault.usage("the nodes of a cluster share a PostgreSQL database; name one with --db or $ELENCHUS_DB");
        }
        EntityLoad load = new EntityLoad(
                population(),
                nodes,
                sample,
                kills,
                heap,
                settings,
                paths().logs().resolve("bench-entities").toAbsolutePath());
        Ticker ticker = new Ticker(err());
        try (ScratchSchema schema = shared.scratch()) {
            EntitiesBench bench = new EntitiesBench(load, schema, ticker::begin, ticker::tick);
            try {
                bench.measure();
            } finally {
                // What was measured until then is true.
                tell(database, bench.figures());
            }
        }
        return ExitCode.SUCCESS;
    }

    private void tell(Database database, Figures figures) throws Fault {
        if (figures.recoveries().isEmpty()) {
            return;
        }
        FiguresReport report = new FiguresReport(figures);
        print(report.text());
        new OutputFile("--json", json).write(() -> json(database, report));
    }

    private static String json(Database database, FiguresReport report) {
        ObjectNode all = ProtocolJson.mapper().createObjectNode().put("database", database.toString());
        all.setAll(report.json());
        return all.toPrettyString() + "\n";
    }
}
