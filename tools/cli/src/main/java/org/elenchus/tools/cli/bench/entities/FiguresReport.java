package org.elenchus.tools.cli.bench.entities;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.bench.entities.Figures.Join;
import org.elenchus.tools.cli.bench.entities.Figures.Kill;
import org.elenchus.tools.cli.bench.entities.Figures.Memory;
import org.elenchus.tools.cli.bench.entities.Figures.Recovery;
import org.elenchus.tools.cli.report.Table;
import org.elenchus.tools.simulation.population.Population;

/** Figures for people and for scripts. */
public record FiguresReport(Figures figures) {
    /** Seconds. */
    private static final double GOAL = 15;

    private static final double KILOBYTE = 1024;

    public String text() {
        Population population = figures.load().population();
        return String.format(
                        Locale.ROOT,
                        "%d repositories, %d skills, %d events in %.1f s; %d nodes, then one more%n%n",
                        population.repositories(),
                        population.skills(),
                        population.events(),
                        figures.filled(),
                        figures.load().nodes())
                + (figures.load().settings().isEmpty()
                        ? ""
                        : "with " + figures.load().settings() + "\n\n")
                + recoveries() + "\n"
                + figures.memory().map(FiguresReport::memory).orElse("") + "\n" + joins() + "\n" + kills() + "\n"
                + goals();
    }

    private String recoveries() {
        Table table = new Table("recovery of all", "s", "entities/s", "events/s");
        List<Recovery> all = figures.recoveries();
        for (int i = 0; i < all.size(); i++) {
            table.row(
                    i == 0 ? "by nodes just started" : "again",
                    seconds(all.get(i).seconds()),
                    rounded(all.get(i).entitiesPerSecond()),
                    rounded(all.get(i).eventsPerSecond()));
        }
        return table.render();
    }

    private static String memory(Memory memory) {
        return String.format(
                Locale.ROOT,
                "memory per idle entity: %.1f KiB resident, %.2f KiB at rest (heap of all nodes: %.0f MiB before, %.0f MiB with %d"
                        + " entities, %.0f MiB when they rested)%n",
                memory.bytesPerResident() / KILOBYTE,
                memory.bytesPerRested() / KILOBYTE,
                memory.before() / KILOBYTE / KILOBYTE,
                memory.resident() / KILOBYTE / KILOBYTE,
                memory.entities(),
                memory.rested() / KILOBYTE / KILOBYTE);
    }

    private String joins() {
        Table table = new Table("join, s from the start of its process", "up", "balanced", "sample answered");
        for (Join join : figures.joins()) {
            table.row("", seconds(join.up()), seconds(join.balanced()), seconds(join.answering()));
        }
        return table.render();
    }

    private String kills() {
        Table table = new Table("kill -9, s", "sample answered", "slowest answer", "asked again", "all answered");
        for (Kill kill : figures.kills()) {
            table.row(
                    kill.oldest() ? "oldest" : "another",
                    seconds(kill.answering()),
                    seconds(kill.slowest()),
                    Integer.toString(kill.repeated()),
                    seconds(kill.all()));
        }
        return table.render();
    }

    private String goals() {
        return goal("join to balanced and answering", figures.joins().stream().mapToDouble(Join::answering))
                + goal("kill -9 to sample answering", figures.kills().stream().mapToDouble(Kill::answering))
                + goal("kill -9 to all answering", figures.kills().stream().mapToDouble(Kill::all));
    }

    private static String goal(String what, DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            return "";
        }
        double most = sorted[sorted.length - 1];
        return String.format(
                Locale.ROOT,
                "goal: %s within %.0f s: median %.1f, max %.1f of %d: %s%n",
                what,
                GOAL,
                median(sorted),
                most,
                sorted.length,
                most <= GOAL ? "met" : "missed");
    }

    /** The lower of the two in the middle. */
    private static double median(double[] sorted) {
        return sorted[(sorted.length - 1) / 2];
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    /** Figures as measured. */
    public ObjectNode json() {
        ObjectNode json = ProtocolJson.mapper().valueToTree(figures);
        Population population = figures.load().population();
        ObjectNode load = json.putObject("load");
        load.put("repositories", population.repositories())
                .put("skills", population.skills())
                .put("events", population.events())
                .put("seed", population.seed())
                .put("nodes", figures.load().nodes())
                .put("sample", figures.load().sample())
                .put("heap", figures.load().heap());
        figures.load().settings().forEach(load.putArray("settings")::add);
        figures.memory()
                .ifPresent(memory -> json.putObject("memory")
                        .put("entities", memory.entities())
                        .put("before", memory.before())
                        .put("resident", memory.resident())
                        .put("rested", memory.rested())
                        .put("bytesPerResident", memory.bytesPerResident())
                        .put("bytesPerRested", memory.bytesPerRested()));
        return json;
    }
}
