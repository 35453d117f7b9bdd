package org.elenchus.tools.mining.snapshot;

import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositorySummary;

/**
 * The mark of a finished preparation, written last.
 *
 * @param version of this form
 * @param measure digest of the limits and rules the suite was measured by; other ones ask for a new measurement
 * @param summary as first prepared; another coordinate may have led to the same content since
 * @param coverage digest of the inventory file
 * @param notes what was left out, one sentence each
 */
public record PreparedRecord(
        int version,
        Digest measure,
        RepositorySummary summary,
        Digest coverage,
        SnapshotContent content,
        List<String> notes) {
    public static final int VERSION = 1;

    public PreparedRecord {
        notes = List.copyOf(notes);
    }
}
