package org.elenchus.tools.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalBench;
import org.elenchus.persistence.JournalBench.Round;
import org.elenchus.persistence.JournalLoad;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.cli.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the journal against its database. */
@Command(
        name = "journal",
        sortOptions = false,
        description = {
            "Measure how many events per second entities persist, and how many of the same rows bare JDBC inserts in batches.",
            "It writes events under a name of its own and removes them again; one measurement at a time on one database."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench journal",
            "  elenchus bench journal --db jdbc:postgresql://localhost:5432/elenchus --json journal.json"
        })
public final class JournalCommand extends JournalVerb {
    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Events of a round, about (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds measured, after one to warm up; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all rounds to a file.")
    private @Nullable Path json;

    @Override
    protected void check() throws Fault {
        Bounds.atLeast(1, "--events", events);
        Bounds.atLeast(1, "--rounds", rounds);
        new OutputFile("--json", json).check();
    }

    @Override
    @SuppressWarnings("try")
    protected ExitCode call(Database database) throws Exception {
        Ticker ticker = new Ticker(err());
        Map<JournalLoad, List<Round>> measured = new LinkedHashMap<>();
        try (DataFolder folder = DataFolder.claim(paths().root());
                database) {
            LogFile.open(paths().logs());
            database.initialise();
            try (JournalBench bench = JournalBench.open(database, ConfigFactory.defaultReference())) {
                for (JournalLoad load : List.of(
                        JournalLoad.of(200, 100, events),
                        JournalLoad.of(200, 10, events),
                        JournalLoad.of(200, 1, events),
                        JournalLoad.of(1, 100, events))) {
                    measured.put(load, rounds(bench, load, ticker));
                }
            }
        }
        print(table(measured));
        new OutputFile("--json", json).write(() -> json(database, measured));
        return ExitCode.SUCCESS;
    }

    private List<Round> rounds(JournalBench bench, JournalLoad load, Ticker ticker) throws Exception {
        ticker.begin(load.entities() + " entities, " + load.eventsPerCommand() + " events per command, " + load.events()
                + " events a round: warming up");
        bench.round(load);
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            all.add(bench.round(load));
            ticker.tick("round " + (i + 1) + " of " + rounds);
        }
        return all;
    }

    private static String table(Map<JournalLoad, List<Round>> measured) {
        Table table = new Table(
                "entities",
                "events per command",
                "events/s",
                "CPU µs each",
                "JDBC rows/s",
                "CPU µs each",
                "connections x batch",
                "ratio");
        measured.forEach((load, rounds) -> {
            Round median = median(rounds);
            table.row(
                    Integer.toString(load.entities()),
                    Integer.toString(load.eventsPerCommand()),
                    String.format(Locale.ROOT, "%.0f", median.journal()),
                    String.format(Locale.ROOT, "%.1f", median.journalMicros()),
                    String.format(Locale.ROOT, "%.0f", median.rows()),
                    String.format(Locale.ROOT, "%.1f", median.rowMicros()),
                    median.connections() + " x " + median.batch(),
                    String.format(Locale.ROOT, "%.2f", median.ratio()));
        });
        return table.render();
    }

    /** The round of the median ratio: both of its figures were taken one after the other. */
    private static Round median(List<Round> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Round::ratio))
                .toList()
                .get(rounds.size() / 2);
    }

    private static String json(Database database, Map<JournalLoad, List<Round>> measured) {
        var report = ProtocolJson.mapper().createObjectNode().put("database", database.toString());
        ArrayNode loads = report.putArray("loads");
        measured.forEach((load, rounds) -> {
            ArrayNode list = loads.addObject()
                    .put("entities", load.entities())
                    .put("eventsPerCommand", load.eventsPerCommand())
                    .put("eventsPerRound", load.events())
                    .put("medianRatio", median(rounds).ratio())
                    .putArray("rounds");
            for (Round round : rounds) {
                list.addObject()
                        .put("eventsPerSecond", round.journal())
                        .put("rowsPerSecond", round.rows())
                        .put("processorMicrosPerEvent", round.journalMicros())
                        .put("processorMicrosPerRow", round.rowMicros())
                        .put("connections", round.connections())
                        .put("batch", round.batch())
                        .put("ratio", round.ratio());
            }
        });
        return report.toPrettyString() + "\n";
    }
}
