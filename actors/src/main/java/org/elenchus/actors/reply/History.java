package org.elenchus.actors.reply;

import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/** What every entity keeps: all its events, and the last two snapshots to recover from quickly. */
public final class History {
    private static final int EVENTS_PER_SNAPSHOT = 100;
    private static final int SNAPSHOTS_KEPT = 2;

    /** Snapshots now and then; events are never deleted. */
    public static final RetentionCriteria KEPT = RetentionCriteria.snapshotEvery(EVENTS_PER_SNAPSHOT, SNAPSHOTS_KEPT);

    private History() {}
}
