package org.elenchus.tools.cli.mine;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.SourceTree;
import org.elenchus.tools.mining.history.CommitLine;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.intake.GitCommit;
import org.elenchus.tools.mining.intake.GitHistory;

/** What commits that mended bugs are called by their authors. A list does not hold it: it is another's text. */
final class CommitSubjects {
    private CommitSubjects() {}

    /** The commit that mended a bug; empty where it was a release, or the repository is gone. */
    static Optional<GitCommit> of(RealBug bug) {
        if (!(bug.library() instanceof CommitLine)) {
            return Optional.empty();
        }
        RepositoryCoordinate commit = bug.pair().newer();
        try {
            return GitHistory.of(SourceTree.of(commit), commit.revision()).commits(1, OptionalLong.empty()).stream()
                    .findFirst();
        } catch (RepositoryFault | IOException gone) {
            return Optional.empty();
        }
    }
}
