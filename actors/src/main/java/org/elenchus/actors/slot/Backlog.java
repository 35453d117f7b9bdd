package org.elenchus.actors.slot;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.protocol.run.Share;

/**
 * Work that waits, in a line per run, and whose turn it is: weighted max-min fairness. Next is the run with the fewest slots in use for its
 * priority; among equals, the one that was served longest ago. Within a run it is first come first served. Taking a job costs the logarithm of the number of
 * runs.
 */
final class Backlog {
    /** A piece of work and all who want its result. @param since when it was submitted, nanoseconds of the desk's clock */
    record Job(String run, Work work, Set<ActorRef<WorkResult>> replyTo, long since) {
        Job(String run, Work work, long since) {
            this(run, work, new LinkedHashSet<>(), since);
        }

        String id() {
            return work.id();
        }
    }

    /** Not in {@link #turns} while it changes: its place there follows from its fields. */
    private static final class Line {
        private final String run;
        private final Deque<Job> waiting = new ArrayDeque<>();
        private Share share = Share.DEFAULT;
        private int inUse;
        private long served;

        Line(String run) {
            this.run = run;
        }

        boolean mayTake() {
            return !waiting.isEmpty() && share.slots().map(most -> inUse < most).orElse(true);
        }

        boolean isForgotten() {
            return waiting.isEmpty() && inUse == 0 && share.equals(Share.DEFAULT);
        }

        /** Slots in use per priority, compared without division. */
        static int compareLoad(Line a, Line b) {
            return Long.compare((long) a.inUse * b.share.priority(), (long) b.inUse * a.share.priority());
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();
    private final NavigableSet<Line> turns = new TreeSet<>(((Comparator<Line>) Line::compareLoad)
            .thenComparingLong(line -> line.served)
            .thenComparing(line -> line.run));
    private final Map<String, Job> waiting = new HashMap<>();
    private long turn;

    int size() {
        return waiting.size();
    }

    /** A job that waits. */
    Optional<Job> find(String id) {
        return Optional.ofNullable(waiting.get(id));
    }

    void add(Job job) {
        waiting.put(job.id(), job);
        change(job.run(), line -> line.waiting.addLast(job));
    }

    /** Takes the job whose turn it is; its run has one slot more in use until {@link #released}. */
    Optional<Job> take() {
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        Line next = turns.first();
        Job job = next.waiting.getFirst();
        waiting.remove(job.id());
        change(next.run, line -> {
            line.waiting.removeFirst();
            line.inUse++;
            line.served = ++turn;
        });
        return Optional.of(job);
    }

    /** A slot of the run is free again. */
    void released(String run) {
        change(run, line -> line.inUse--);
    }

    /** A job whose slot was lost is the first of its run again. */
    void putBack(Job job) {
        waiting.put(job.id(), job);
        change(job.run(), line -> {
            line.inUse--;
            line.waiting.addFirst(job);
        });
    }

    /** It no longer needs to be done. */
    void remove(Job job) {
        waiting.remove(job.id());
        change(job.run(), line -> line.waiting.remove(job));
    }

    void share(String run, Share share) {
        change(run, line -> line.share = share);
    }

    /** Nothing of this run waits any longer, and its share is forgotten. */
    void withdraw(String run) {
        change(run, line -> {
            line.waiting.forEach(job -> waiting.remove(job.id()));
            line.waiting.clear();
            line.share = Share.DEFAULT;
        });
    }

    /** When the job was submitted that has waited longest; empty when none waits. */
    Optional<Long> oldest() {
        return lines.values().stream()
                .flatMap(line -> line.waiting.stream().limit(1))
                .map(Job::since)
                .min(Comparator.naturalOrder());
    }

    private void change(String run, Consumer<Line> change) {
        Line line = lines.computeIfAbsent(run, Line::new);
        turns.remove(line);
        change.accept(line);
        if (line.mayTake()) {
            turns.add(line);
        } else if (line.isForgotten()) {
            lines.remove(run);
        }
    }
}
