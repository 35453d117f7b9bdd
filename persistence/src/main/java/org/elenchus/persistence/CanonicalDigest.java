package org.elenchus.persistence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.OperationalEvent;
import org.elenchus.protocol.ProtocolJson;

/**
 * The digest of a run's history: SHA-256 over its events, one line each, {@code persistenceId TAB canonical JSON}, lines sorted. The
 * order in which entities happened to write is not part of it; neither clock nor address is, for events hold none. An {@link
 * OperationalEvent} is not part of it either: a run that failed and was resumed has the digest of one that did not fail.
 *
 * @param events number of events it covers
 */
public record CanonicalDigest(Digest digest, int events) {
    /** Collects a run's events; the order of {@link #add} does not matter. */
    public static final class Builder {
        private final String runId;
        private final List<String> lines = new ArrayList<>();

        public Builder(String runId) {
            this.runId = runId;
        }

        /** Takes the entry in when it belongs to the run and is not about its operation. */
        public void add(JournalEntry entry) {
            if (entry.belongsTo(runId) && !(entry.event() instanceof OperationalEvent)) {
                lines.add(entry.persistenceId()
                        + '\t'
                        + new String(ProtocolJson.write(entry.event()), StandardCharsets.UTF_8));
            }
        }

        public CanonicalDigest build() {
            List<String> sorted = new ArrayList<>(lines);
            sorted.sort(null);
            StringBuilder text = new StringBuilder();
            sorted.forEach(line -> text.append(line).append('\n'));
            return new CanonicalDigest(Digest.of(text.toString()), sorted.size());
        }
    }

    /** The digest of the entries that belong to a run. */
    public static CanonicalDigest of(Iterable<JournalEntry> entries, String runId) {
        Builder builder = new Builder(runId);
        entries.forEach(builder::add);
        return builder.build();
    }
}
