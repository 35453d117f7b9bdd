package org.elenchus.tools.cli.experiment;

import java.io.IOException;
import java.util.Map;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.tools.cli.Fault;

/** Writes what has been found so far: what a trial showed when it ends, and the results when a seed is whole. */
final class Reporting implements Trials.Listener {
    private final Trials.Listener next;
    private final Findings findings;
    private final ResultOptions files;
    private int written;

    /** @param next hears of everything, too */
    Reporting(Trials.Listener next, Findings findings, ResultOptions files) {
        this.next = next;
        this.findings = findings;
        this.files = files;
        this.written = findings.wholeSeeds();
    }

    @Override
    public void progress(Map<Trial, Status> running, int waiting) {
        next.progress(running, waiting);
    }

    @Override
    public void ended(Trial trial, Status status) throws StorageFault, IOException, Fault {
        next.ended(trial, status);
        findings.look(trial);
        files.write(findings.kept());
        if (findings.wholeSeeds() > written) {
            written = findings.wholeSeeds();
            files.write(findings.plan(), findings.results());
        }
    }
}
