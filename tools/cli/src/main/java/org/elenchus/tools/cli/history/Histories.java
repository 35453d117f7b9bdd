package org.elenchus.tools.cli.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.RunSpec;

/** The runs of a journal, oldest first, with their canonical digests. */
public final class Histories {
    private final Map<String, RunHistory> histories = new LinkedHashMap<>();
    private final Map<String, CanonicalDigest> digests = new LinkedHashMap<>();

    private Histories() {}

    private record Folded(RunFold run, CanonicalDigest.Builder digest) {
        Folded(RunSpec spec) {
            this(new RunFold(spec), new CanonicalDigest.Builder(spec.runId()));
        }
    }

    /** Folds a whole journal. Entries of an entity come in the order of their sequence numbers; others may mix. */
    public static Histories of(List<JournalEntry> entries) {
        Map<String, Folded> runs = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            if (entry.event() instanceof EvolutionRunProtocol.RunStarted started) {
                runs.put(started.spec().runId(), new Folded(started.spec()));
            }
        }
        for (JournalEntry entry : entries) {
            Folded folded = runs.get(entry.runId());
            if (folded != null) {
                folded.run().apply(entry);
                folded.digest().add(entry);
            }
        }
        Histories all = new Histories();
        runs.forEach((runId, folded) -> {
            all.histories.put(runId, folded.run().history());
            all.digests.put(runId, folded.digest().build());
        });
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
