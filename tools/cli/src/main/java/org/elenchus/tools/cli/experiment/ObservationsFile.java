package org.elenchus.tools.cli.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.Required;
import org.elenchus.tools.cli.Fault;

/**
 * What finished trials showed, task by task, in a file: an experiment can go on where its journal is not, and anyone can work out its figures anew.
 * Trials of other plans that are in the file stay in it.
 */
final class ObservationsFile {
    private static final int FORM = 1;

    /** Beyond this it is not ours, and is not read into memory. */
    private static final long LARGEST = 256L << 20;

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::seed).thenComparing(Entry::strategy).thenComparing(Entry::run);

    /** By run id. */
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
        this.entries = new HashMap<>(entries);
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
            Map<String, Entry> entries = new HashMap<>();
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
        Required.present("run", row.run());
        Required.present("strategy", row.strategy());
        List<String> own = row.tasks().stream().map(tasks::get).toList();
        if (Set.copyOf(own).size() != own.size()) {
            throw new IllegalArgumentException(row.run() + " names a task twice");
        }
        SortedMap<Integer, List<TaskTries>> evaluations = new TreeMap<>();
        for (int iteration = 0; iteration < row.tries().size(); iteration++) {
            List<List<Integer>> tries = row.tries().get(iteration);
            if (tries.size() != own.size()) {
                throw new IllegalArgumentException(row.run() + " has " + own.size() + " tasks, and tries at "
                        + tries.size() + " in iteration " + iteration);
            }
            List<TaskTries> found = new ArrayList<>();
            for (int i = 0; i < tries.size(); i++) {
                if (!tries.get(i).isEmpty()) {
                    found.add(new TaskTries(own.get(i), tries.get(i)));
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

    /** The same content is the same text, whoever finished first: trials by seed and strategy, tasks by digest. */
    String json() {
        List<Entry> sorted = entries.values().stream().sorted(ORDER).toList();
        List<String> tasks = tasks(sorted.stream());
        StringBuilder text = new StringBuilder("{\"form\":" + FORM + ",\n\"tasks\":")
                .append(ProtocolJson.mapper().valueToTree(tasks).toString())
                .append(",\n\"trials\":[");
        for (int i = 0; i < sorted.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n")
                    .append(ProtocolJson.mapper()
                            .valueToTree(row(sorted.get(i), tasks))
                            .toString());
        }
        return text.append("]}\n").toString();
    }

    /** @param all tasks of the file, in order */
    private static Row row(Entry entry, List<String> all) {
        List<String> tasks = tasks(Stream.of(entry));
        List<List<List<Integer>>> tries = new ArrayList<>();
        int last = entry.evaluations().isEmpty() ? -1 : entry.evaluations().lastKey();
        for (int iteration = 0; iteration <= last; iteration++) {
            Map<String, List<Integer>> byTask = entry.evaluations().getOrDefault(iteration, List.of()).stream()
                    .collect(Collectors.toMap(TaskTries::task, TaskTries::tries));
            tries.add(tasks.stream()
                    .map(task -> byTask.getOrDefault(task, List.of()))
                    .toList());
        }
        return new Row(
                entry.run(),
                entry.strategy(),
                entry.seed(),
                entry.rollouts(),
                tasks.stream().map(task -> Collections.binarySearch(all, task)).toList(),
                tries);
    }

    /** Those that trials were evaluated at, in order. */
    private static List<String> tasks(Stream<Entry> trials) {
        return trials.flatMap(trial -> trial.evaluations().values().stream())
                .flatMap(List::stream)
                .map(TaskTries::task)
                .distinct()
                .sorted()
                .toList();
    }
}
