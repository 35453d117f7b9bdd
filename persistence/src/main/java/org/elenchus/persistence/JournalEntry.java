package org.elenchus.persistence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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

    /** The run that the event belongs to: its entity's id, or the first part of it. */
    public String runId() {
        String id = entityId();
        int join = id.indexOf('~');
        return URLDecoder.decode(join < 0 ? id : id.substring(0, join), StandardCharsets.UTF_8);
    }

    public boolean belongsTo(String runId) {
        return runId().equals(runId);
    }
}
