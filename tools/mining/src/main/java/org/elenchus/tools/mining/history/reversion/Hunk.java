package org.elenchus.tools.mining.history.reversion;

import java.util.List;
import java.util.SortedSet;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.tools.mining.history.diff.Change;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.history.fix.FixShape;
import org.elenchus.tools.mining.history.fix.Reversal;

/**
 * Changes of one member that are taken back together.
 *
 * @param changes at least one
 * @param tests trusted tests that may notice
 */
record Hunk(FileDiff file, List<Change> changes, SortedSet<TestId> tests) {
    static final String OPERATOR = "reversion";

    /** Whether some lines may be in both. */
    boolean shares(Hunk other) {
        return file.path().equals(other.file.path()) && member().equals(other.member());
    }

    boolean isNoticedWith(Hunk other) {
        return other.tests.stream().anyMatch(tests::contains);
    }

    Mutation mutation() {
        Change first = changes.getFirst();
        int line = Math.min(first.splice().newer().first(), file.newer().lines().count());
        String shape = FixShape.of(Reversal.of(file, changes)).label();
        return new Mutation(OPERATOR, shape, file.path(), line, first.member().symbol());
    }

    private String member() {
        return changes.getFirst().member().key();
    }
}
