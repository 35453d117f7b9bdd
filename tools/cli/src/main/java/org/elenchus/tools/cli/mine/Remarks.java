package org.elenchus.tools.cli.mine;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.history.Words;
import org.elenchus.tools.mining.PreparationListener.Stage;

/** Says how far mining is, line by line. Any thread may tell it. */
public final class Remarks {
    private final PrintWriter err;
    private final Set<RepositoryCoordinate> preparing = new HashSet<>();

    public Remarks(PrintWriter err) {
        this.err = err;
    }

    public synchronized void say(String text) {
        err.println(text);
        err.flush();
    }

    /** Of a preparation, the first stage of a repository not known yet is worth a line. */
    public synchronized void preparing(RepositoryCoordinate repository, Stage stage, int done, int total) {
        if (stage == Stage.BUILD && preparing.add(repository)) {
            say("  preparing " + repository.value() + ": " + Words.of(stage));
        }
    }
}
