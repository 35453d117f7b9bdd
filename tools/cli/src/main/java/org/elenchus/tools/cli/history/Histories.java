package org.elenchus.tools.cli.history;

import java.util.Optional;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.run.EvolutionRunProtocol;

/** The runs of a journal. Each is read when it is asked for, and without the others: there may be many. */
public record Histories(JournalReader journal) {
    /** A run and the canonical digest of the same events. */
    public record Digested(RunHistory run, CanonicalDigest digest) {}

    /** @return empty when no such run was started */
    public Optional<RunHistory> find(String runId) throws StorageFault {
        RunFold run = new RunFold();
        journal.forEach(runId, run::apply);
        return run.history();
    }

    /** As above; the digest holds all events of the run until it is made. */
    public Optional<Digested> findDigested(String runId) throws StorageFault {
        RunFold run = new RunFold();
        CanonicalDigest.Builder digest = new CanonicalDigest.Builder(runId);
        journal.forEach(runId, entry -> {
            run.apply(entry);
            digest.add(entry);
        });
        return run.history().map(history -> new Digested(history, digest.build()));
    }

    /** The id of the run that was started last. */
    public Optional<String> latest() throws StorageFault {
        return journal.firsts(RunStanding.TYPE).reversed().stream()
                .filter(first -> first.event() instanceof EvolutionRunProtocol.RunStarted)
                .map(JournalEntry::runId)
                .findFirst();
    }
}
