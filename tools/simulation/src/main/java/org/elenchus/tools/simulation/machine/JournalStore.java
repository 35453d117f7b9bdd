package org.elenchus.tools.simulation.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.elenchus.protocol.JournaledEvent;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Promise;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The events of one schedule. A write is durable some time after it was asked for, and is acknowledged then; what a
 * life had under way when it ended is found either all there, or cut off somewhere.
 */
public final class JournalStore {
    private final Machine machine;
    private final SortedMap<String, Log> logs = new TreeMap<>();
    private final List<String> breaches = new ArrayList<>();

    /** One entity's events, what is on its way to the disk, and who may write. */
    private static final class Log {
        private final List<PersistentRepr> durable = new ArrayList<>();
        private final List<Write> underWay = new ArrayList<>();
        private final Set<String> former = new HashSet<>();
        private @Nullable String writer;
    }

    /** A class, since no two are the same. */
    private static final class Write {
        private final List<AtomicWrite> messages;
        private final Promise<Iterable<Optional<Exception>>> written;

        Write(List<AtomicWrite> messages, Promise<Iterable<Optional<Exception>>> written) {
            this.messages = messages;
            this.written = written;
        }
    }

    JournalStore(Machine machine) {
        this.machine = machine;
    }

    /** All durable events by persistence id, each entity's in its order. */
    public SortedMap<String, List<JournaledEvent>> events() {
        SortedMap<String, List<JournaledEvent>> events = new TreeMap<>();
        logs.forEach((id, log) -> events.put(
                id,
                log.durable.stream()
                        .map(repr -> (JournaledEvent) repr.payload())
                        .toList()));
        return Collections.unmodifiableSortedMap(events);
    }

    /** The latest durable event of an entity. */
    public Optional<JournaledEvent> last(String persistenceId) {
        Log log = logs.get(persistenceId);
        return log == null || log.durable.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        (JournaledEvent) log.durable.get(log.durable.size() - 1).payload());
    }

    /** Where the rule of one writer per entity was broken. */
    public List<String> breaches() {
        return List.copyOf(breaches);
    }

    void reset() {
        logs.values().forEach(log -> log.underWay.forEach(JournalStore::acknowledge));
        logs.clear();
        breaches.clear();
    }

    void write(Iterable<AtomicWrite> messages, Promise<Iterable<Optional<Exception>>> written) {
        List<AtomicWrite> all = new ArrayList<>();
        messages.forEach(all::add);
        Write write = new Write(all, written);
        Log log = log(all.get(0).persistenceId());
        log.underWay.add(write);
        machine.eventually(Weather.LONGEST_WRITE, () -> settle(log, write));
    }

    /** An entity dies. What it has on its way to the disk gets there, or is cut off now, or is decided upon when it recovers. */
    public void crash(String persistenceId) {
        Log log = logs.get(persistenceId);
        if (log != null && !log.underWay.isEmpty() && machine.chance().below(2) == 0) {
            cutOff(persistenceId, log);
        }
    }

    /** The number of the last event that is durable now that a former life's writes are decided upon. */
    long recover(String persistenceId) {
        Log log = log(persistenceId);
        cutOff(persistenceId, log);
        if (log.writer != null) {
            log.former.add(log.writer);
            log.writer = null;
        }
        return log.durable.isEmpty()
                ? 0
                : log.durable.get(log.durable.size() - 1).sequenceNr();
    }

    /** Of what is under way some, from the oldest on, becomes durable; the rest never does. */
    private void cutOff(String persistenceId, Log log) {
        int kept = machine.chance().below(log.underWay.size() + 1);
        List<Write> lost = List.copyOf(log.underWay.subList(kept, log.underWay.size()));
        List.copyOf(log.underWay.subList(0, kept)).forEach(write -> settle(log, write));
        log.underWay.removeAll(lost);
        for (Write write : lost) {
            machine.trace().note("UNSAVED", persistenceId, write.messages.size());
            acknowledge(write);
        }
    }

    void replay(String persistenceId, long from, long to, long max, Consumer<PersistentRepr> replay) {
        log(persistenceId).durable.stream()
                .filter(repr -> repr.sequenceNr() >= from && repr.sequenceNr() <= to)
                .limit(max)
                .forEach(replay);
    }

    private Log log(String persistenceId) {
        return logs.computeIfAbsent(persistenceId, id -> new Log());
    }

    /** Makes durable, with all that was asked for before; does nothing where that has happened, or the write was lost. */
    private void settle(Log log, Write write) {
        if (!log.underWay.contains(write)) {
            return;
        }
        Write oldest;
        do {
            oldest = log.underWay.remove(0);
            oldest.messages.forEach(
                    message -> CollectionConverters.asJava(message.payload()).forEach(repr -> append(log, repr)));
            acknowledge(oldest);
        } while (oldest != write);
    }

    /** The journal's plugin answers in the order it was asked, so even a lost write must be answered; nobody is there to hear it. */
    private static void acknowledge(Write write) {
        List<Optional<Exception>> fine = new ArrayList<>();
        write.messages.forEach(message -> fine.add(Optional.empty()));
        write.written.success(fine);
    }

    private void append(Log log, PersistentRepr repr) {
        long expected = log.durable.size() + 1L;
        if (repr.sequenceNr() != expected) {
            breaches.add(
                    repr.persistenceId() + " wrote number " + repr.sequenceNr() + " where " + expected + " follows");
        }
        if (log.former.contains(repr.writerUuid()) || (log.writer != null && !log.writer.equals(repr.writerUuid()))) {
            breaches.add(repr.persistenceId() + " was written by two lives at once, at number " + expected);
        }
        log.writer = repr.writerUuid();
        log.durable.add(repr);
        machine.trace().note("saved", repr.persistenceId(), repr.payload());
    }
}
