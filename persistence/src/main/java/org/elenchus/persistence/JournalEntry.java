package org.elenchus.persistence;

import org.elenchus.protocol.JournaledEvent;

/**
 * One event as the journal holds it.
 *
 * @param ordering position in the whole journal; differs between runs of one seed
 * @param sequenceNumber position among the events of its entity, from 1
 */
public record JournalEntry(long ordering, String persistenceId, long sequenceNumber, JournaledEvent event) {
    /** The entity's id without its type, or the whole where there is no type. */
    public String entityId() {
        return persistenceId.substring(persistenceId.indexOf('|') + 1);
    }

    /** Whether the event belongs to a run: the run's id is part of its entity's id. */
    public boolean belongsTo(String runId) {
        return entityId().contains(runId);
    }
}
