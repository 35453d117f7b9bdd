package org.elenchus.persistence;

/**
 * How a journal is loaded: each entity has one command under way at a time.
 *
 * @param entities at work at once
 * @param eventsPerCommand persisted together
 * @param commands of each entity
 */
public record JournalLoad(int entities, int eventsPerCommand, int commands) {
    public JournalLoad {
        if (entities < 1 || eventsPerCommand < 1 || commands < 1) {
            throw new IllegalArgumentException("a load has at least one entity, event and command");
        }
    }

    /** As close to so many events in all as whole commands come. */
    public static JournalLoad of(int entities, int eventsPerCommand, long events) {
        return new JournalLoad(
                entities, eventsPerCommand, (int) Math.max(1, events / ((long) entities * eventsPerCommand)));
    }

    public long events() {
        return (long) entities * eventsPerCommand * commands;
    }
}
