package org.elenchus.tools.cli.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.run.EvolutionRunProtocol;

/** The runs of a journal, oldest first, with their canonical digests. */
public final class Histories {
    private final Map<String, RunHistory> histories = new LinkedHashMap<>();
    private final Map<String, CanonicalDigest> digests = new LinkedHashMap<>();

    private Histories() {}

    /** Folds a whole journal. Entries of an entity come in the order of their sequence numbers; others may mix. */
    public static Histories of(List<JournalEntry> entries) {
        Map<String, RunFold> folds = new LinkedHashMap<>();
        Map<String, CanonicalDigest.Builder> builders = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            if (entry.event() instanceof EvolutionRunProtocol.RunStarted started) {
                String runId = started.spec().runId();
                folds.put(runId, new RunFold(started.spec()));
                builders.put(runId, new CanonicalDigest.Builder(runId));
            }
        }
        for (JournalEntry entry : entries) {
            folds.forEach((runId, fold) -> {
                if (entry.belongsTo(runId)) {
                    fold.apply(entry);
                    builders.get(runId).add(entry);
                }
            });
        }
        Histories all = new Histories();
        folds.forEach((runId, fold) -> all.histories.put(runId, fold.history()));
        builders.forEach((runId, builder) -> all.digests.put(runId, builder.build()));
        return all;
    }

    public List<RunHistory> all() {
        return new ArrayList<>(histories.values());
    }

    public Optional<RunHistory> find(String runId) {
        return Optional.ofNullable(histories.get(runId));
    }

    /** The run that was started last. */
    public Optional<RunHistory> latest() {
        List<RunHistory> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    public CanonicalDigest digest(String runId) {
        CanonicalDigest digest = digests.get(runId);
        if (digest == null) {
            throw new IllegalArgumentException("no such run: " + runId);
        }
        return digest;
    }
}
