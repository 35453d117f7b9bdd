package org.elenchus.actors.slot;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Verdict;

/** What the node's slots did and how long they were busy. For those who watch: nothing here reaches an event. Thread-safe. */
public final class SlotMeter {
    private final LongAdder busyNanos = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder faulted = new LongAdder();
    private final LongAdder rollouts = new LongAdder();
    private final LongAdder solved = new LongAdder();
    private final LongAdder inUse = new LongAdder();
    private final Map<String, LongAdder> verdicts = new ConcurrentHashMap<>();

    /** A verdict's label: {@code valid}, {@code undecided} or the name of the gate that refused. */
    public static String label(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> "valid";
            case Verdict.Rejected rejected -> label(rejected.gate());
            case Verdict.Undecided undecided -> "undecided";
        };
    }

    /** See {@link #label(Verdict)}. */
    public static String label(Gate gate) {
        return gate.name().toLowerCase(Locale.ROOT);
    }

    void begun() {
        inUse.increment();
    }

    void ended(long nanos, WorkResult result) {
        inUse.decrement();
        busyNanos.add(nanos);
        (result instanceof WorkResult.Faulted ? faulted : done).increment();
        switch (result) {
            case WorkResult.CandidateJudged judged ->
                verdicts.computeIfAbsent(label(judged.verdict()), label -> new LongAdder())
                        .increment();
            case WorkResult.GroupAttempted attempted -> {
                rollouts.add(attempted.group().rollouts());
                solved.add(attempted.group().solved());
            }
            case WorkResult.RepositoryReady ready -> {}
            case WorkResult.RepositoryUnusable unusable -> {}
            case WorkResult.Faulted fault -> {}
        }
    }

    public Reading read() {
        SortedMap<String, Long> counted = new TreeMap<>();
        verdicts.forEach((label, count) -> counted.put(label, count.sum()));
        return new Reading(
                busyNanos.sum(), done.sum(), faulted.sum(), rollouts.sum(), solved.sum(), inUse.sum(), counted);
    }

    /**
     * Counts since the node started.
     *
     * @param busyNanos summed over slots
     * @param done pieces of work with a result
     * @param faulted pieces of work lost to the machine
     * @param solved of the rollouts
     * @param inUse slots at work now
     * @param verdicts by label
     */
    public record Reading(
            long busyNanos,
            long done,
            long faulted,
            long rollouts,
            long solved,
            long inUse,
            SortedMap<String, Long> verdicts) {
        public Reading {
            verdicts = Collections.unmodifiableSortedMap(verdicts);
        }
    }
}
