package org.elenchus.tools.cli.bench.report;

import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.peer.BareLimit;
import org.elenchus.tools.cli.bench.peer.ColdBuild;
import org.elenchus.tools.cli.bench.peer.PitRun;

/**
 * All that was measured on one repository.
 *
 * @param enumerated edits the operators offer
 * @param secondsPerEdit wall time to enumerate one
 * @param slots ascending by their number
 * @param notes what could not be measured and why
 */
public record RepositoryResult(
        RepositorySummary repository,
        int enumerated,
        double secondsPerEdit,
        List<AtSlots> slots,
        Optional<ColdBuild.Result> coldBuild,
        Optional<BareLimit.Result> bareLimit,
        List<String> notes) {
    public RepositoryResult {
        slots = List.copyOf(slots);
        notes = List.copyOf(notes);
    }

    /** With one number of slots, which is also PIT's number of threads. */
    public record AtSlots(int slots, Pass covering, Pass everyFailToPass, Pass failToPass, Optional<PitRun> pit) {}
}
