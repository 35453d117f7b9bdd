package org.elenchus.tools.cli.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Fault;

/**
 * What finished trials showed, task by task, in a file: an experiment can go on where its journal is not, and anyone can work out its figures anew.
 * Trials of other plans that are in the file stay in it.
 */
final class ObservationsFile {
    private static final int FORM = 1;

    /** Beyond this it is not ours, and is not read into memory. */
    private static final long LARGEST = 256L << 20;

    /** By run id, in the order in which they came. */
    private final Map<String, Entry> entries;

    /** The file. @param tasks hex digests of all tasks, which trials refer to by position */
    private record Content(int form, List<String> tasks, List<Row> trials) {}

    /** A trial as it is written. @param tasks positions; @param tries by iteration, by task, by rollout */
    private record Row(
            String run,
            String strategy,
            long seed,
            long rollouts,
            List<Integer> tasks,
            List<List<List<Integer>>> tries) {}

    /** A trial as it was observed, whichever plan it is of. */
    private record Entry(
            String run, String strategy, long seed, long rollouts, SortedMap<Integer, List<TaskTries>> evaluations) {}

    private ObservationsFile(Map<String, Entry> entries) {
        this.entries = new LinkedHashMap<>(entries);
    }

    static ObservationsFile empty() {
        return new ObservationsFile(Map.of());
    }

    /** Empty where there is no such file yet. @throws Fault when what is there is something else */
    static ObservationsFile read(Path file) throws Fault, IOException {
        if (!Files.exists(file)) {
            return empty();
        }
        if (Files.size(file) > LARGEST) {
            throw unreadable(file, "it is larger than " + (LARGEST >> 20) + " MiB");
        }
        try {
            Content content = ProtocolJson.mapper().readValue(Files.readAllBytes(file), Content.class);
            if (content.form() != FORM) {
                throw unreadable(file, "its form is " + content.form() + ", and " + FORM + " is known");
            }
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (Row row : content.trials()) {
                entries.put(row.run(), entry(row, content.tasks()));
            }
            return new ObservationsFile(entries);
        } catch (JsonProcessingException | RuntimeException e) {
            throw unreadable(
                    file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Fault unreadable(Path file, String why) {
        return Fault.failure("--observations " + file + " cannot be read (" + why
                + "); name the file of an experiment, or one that does not exist yet");
    }

    private static Entry entry(Row row, List<String> tasks) {
        SortedMap<Integer, List<TaskTries>> evaluations = new TreeMap<>();
        for (int iteration = 0; iteration < row.tries().size(); iteration++) {
            List<List<Integer>> tries = row.tries().get(iteration);
            if (tries.size() != row.tasks().size()) {
                throw new IllegalArgumentException(row.run() + " has "
                        + row.tasks().size() + " tasks, and tries at " + tries.size() + " in iteration " + iteration);
            }
            List<TaskTries> found = new ArrayList<>();
            for (int i = 0; i < tries.size(); i++) {
                if (!tries.get(i).isEmpty()) {
                    found.add(new TaskTries(tasks.get(row.tasks().get(i)), tries.get(i)));
                }
            }
            evaluations.put(iteration, found);
        }
        return new Entry(row.run(), row.strategy(), row.seed(), row.rollouts(), evaluations);
    }

    Optional<Observation> find(Trial trial) {
        return Optional.ofNullable(entries.get(trial.runId()))
                .map(entry -> new Observation(trial, entry.evaluations(), entry.rollouts()));
    }

    void add(Observation observation) {
        Trial trial = observation.trial();
        entries.put(
                trial.runId(),
                new Entry(
                        trial.runId(),
                        trial.strategy().label(),
                        trial.seed(),
                        observation.rollouts(),
                        observation.evaluations()));
    }

    /** Takes over what another file has and this one has not. */
    void addMissing(ObservationsFile other) {
        other.entries.forEach(entries::putIfAbsent);
    }

    String json() throws IOException {
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries.values()) {
            rows.add(row(entry, positions));
        }
        StringBuilder text = new StringBuilder("{\"form\":" + FORM + ",\n\"tasks\":")
                .append(ProtocolJson.mapper().writeValueAsString(positions.keySet()))
                .append(",\n\"trials\":[");
        for (int i = 0; i < rows.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(ProtocolJson.mapper().writeValueAsString(rows.get(i)));
        }
        return text.append("]}\n").toString();
    }

    private static Row row(Entry entry, Map<String, Integer> positions) {
        Map<String, Integer> order = new LinkedHashMap<>();
        entry.evaluations()
                .values()
                .forEach(tasks -> tasks.forEach(task -> order.putIfAbsent(task.task(), order.size())));
        order.keySet().forEach(task -> positions.putIfAbsent(task, positions.size()));
        List<List<List<Integer>>> tries = new ArrayList<>();
        int last = entry.evaluations().isEmpty() ? -1 : entry.evaluations().lastKey();
        for (int iteration = 0; iteration <= last; iteration++) {
            List<List<Integer>> byTask = new ArrayList<>(Collections.nCopies(order.size(), List.of()));
            for (TaskTries task : entry.evaluations().getOrDefault(iteration, List.of())) {
                byTask.set(order.getOrDefault(task.task(), 0), task.tries());
            }
            tries.add(byTask);
        }
        return new Row(
                entry.run(),
                entry.strategy(),
                entry.seed(),
                entry.rollouts(),
                order.keySet().stream()
                        .map(task -> positions.getOrDefault(task, 0))
                        .toList(),
                tries);
    }
}
