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
    /** The run that the event belongs to: its entity's id, which follows the type where there is one, or the first part of it. */
    public String runId() {
        return runId(persistenceId);
    }

    static String runId(String persistenceId) {
        String id = persistenceId.substring(persistenceId.indexOf('|') + 1);
        int join = id.indexOf('~');
        return URLDecoder.decode(join < 0 ? id : id.substring(0, join), StandardCharsets.UTF_8);
    }

    public boolean belongsTo(String runId) {
        return runId().equals(runId);
    }
}
