package org.elenchus.tools.cli.bench.peer;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * PIT's CSV report: one line per mutant, {@code file,class,mutator,method,line,status,killing test}, the latter possibly with commas.
 *
 * @param statuses how many mutants ended in each status
 */
public record PitReport(SortedMap<String, Integer> statuses) {
    /** Statuses of mutants that no test was run on. */
    private static final Set<String> NOT_RUN = Set.of("NO_COVERAGE", "NOT_STARTED", "STARTED");

    private static final int STATUS = 5;

    /** @throws IllegalArgumentException when a line is not of that form */
    public static PitReport parse(List<String> lines) {
        SortedMap<String, Integer> statuses = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            String[] fields = line.split(",", -1);
            if (fields.length <= STATUS || !fields[STATUS].matches("[A-Z_]+")) {
                throw new IllegalArgumentException("not a line of PIT's CSV report: " + line);
            }
            statuses.merge(fields[STATUS], 1, Integer::sum);
        }
        return new PitReport(statuses);
    }

    public int mutants() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Mutants that at least one test was run on; the others cost PIT nothing. */
    public int executed() {
        return statuses.entrySet().stream()
                .filter(status -> !NOT_RUN.contains(status.getKey()))
                .mapToInt(status -> status.getValue())
                .sum();
    }
}
