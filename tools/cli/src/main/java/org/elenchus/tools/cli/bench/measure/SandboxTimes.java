package org.elenchus.tools.cli.bench.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elenchus.tools.cli.report.Table;

/** How long kinds of sandbox took, in seconds. The first kind told of is what the others are compared with. */
public final class SandboxTimes {
    private final String repository;
    private final int rounds;
    private final Map<String, Times> kinds = new LinkedHashMap<>();

    private record Times(List<Double> starts, List<Double> blocks) {}

    public SandboxTimes(String repository, int rounds) {
        this.repository = repository;
        this.rounds = rounds;
    }

    /** @param seconds from opening a slot to its first answer */
    public void start(String kind, double seconds) {
        of(kind).starts().add(seconds);
    }

    /** @param seconds per candidate of a block */
    public void block(String kind, double seconds) {
        of(kind).blocks().add(seconds);
    }

    private Times of(String kind) {
        return kinds.computeIfAbsent(kind, name -> new Times(new ArrayList<>(), new ArrayList<>()));
    }

    /** Median time per candidate as a multiple of another kind's. */
    private double ratio(String kind, String to) {
        return median(of(kind).blocks()) / median(of(to).blocks());
    }

    public String text() {
        Table table = new Table(
                repository,
                "ms per candidate",
                "to a plain process",
                "to a confined one",
                "s to first answer",
                "longest");
        List<String> names = List.copyOf(kinds.keySet());
        kinds.forEach((kind, times) -> table.row(
                kind,
                number("%.2f", 1e3 * median(times.blocks())),
                number("%.3f", ratio(kind, names.get(0))),
                number("%.3f", ratio(kind, names.get(Math.min(1, names.size() - 1)))),
                number("%.2f", median(times.starts())),
                number("%.2f", Collections.max(times.starts()))));
        return table.render() + "(medians of " + rounds + " blocks in turns; s to first answer: from opening a slot)\n";
    }

    /** Adds this to the node: times in seconds. */
    public void write(ObjectNode to) {
        ObjectNode sandboxes = to.putObject(repository);
        kinds.forEach((kind, times) -> {
            ObjectNode node = sandboxes.putObject(kind);
            node.put("perCandidate", median(times.blocks()));
            node.put("toFirstAnswer", median(times.starts())).put("longest", Collections.max(times.starts()));
        });
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
