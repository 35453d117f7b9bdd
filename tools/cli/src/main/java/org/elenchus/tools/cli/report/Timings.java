package org.elenchus.tools.cli.report;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.ProtocolJson;

/**
 * How long each iteration of each run took. Kept beside the journal, not in it: history holds no clock. Immutable.
 *
 * @param runs run id → iteration → timing
 */
public record Timings(SortedMap<String, SortedMap<Integer, IterationTiming>> runs) {
    public static final Timings NONE = new Timings(new TreeMap<>());

    private static final TypeReference<SortedMap<String, SortedMap<Integer, IterationTiming>>> FORM =
            new TypeReference<>() {};

    public Timings {
        runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
    }

    /** Reads the file; a missing or damaged one is no timings, for nothing depends on them. */
    public static Timings read(Path file) {
        try {
            return new Timings(ProtocolJson.mapper().readValue(Files.readAllBytes(file), FORM));
        } catch (IOException e) {
            return NONE;
        }
    }

    public void write(Path file) throws IOException {
        AtomicFile.write(file, ProtocolJson.write(runs));
    }

    public IterationTiming of(String runId, int iteration) {
        return runs.getOrDefault(runId, Collections.emptySortedMap()).getOrDefault(iteration, IterationTiming.NONE);
    }

    /** With some more time spent on an iteration. */
    public Timings plus(String runId, int iteration, IterationTiming spent) {
        SortedMap<String, SortedMap<Integer, IterationTiming>> all = new TreeMap<>(runs);
        SortedMap<Integer, IterationTiming> run = new TreeMap<>(all.getOrDefault(runId, new TreeMap<>()));
        run.merge(iteration, spent, IterationTiming::plus);
        all.put(runId, run);
        return new Timings(all);
    }

    /** The whole run. */
    public IterationTiming total(String runId) {
        return runs.getOrDefault(runId, Collections.emptySortedMap()).values().stream()
                .reduce(IterationTiming.NONE, IterationTiming::plus);
    }
}
