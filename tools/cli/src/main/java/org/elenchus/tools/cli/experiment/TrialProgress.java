package org.elenchus.tools.cli.experiment;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.tools.cli.history.Words;
import org.elenchus.tools.cli.report.Figures;

/** A line when a trial ends, and one every few seconds with what is under way and how long the rest may take. */
final class TrialProgress implements Trials.Listener {
    private static final long EVERY_NANOS = 15_000_000_000L;

    private final PrintWriter err;
    private final int total;
    private final LongSupplier nanos;
    private final long began;
    private long said;
    private int done;

    /** @param nanos a monotonic clock */
    TrialProgress(PrintWriter err, int total, LongSupplier nanos) {
        this.err = err;
        this.total = total;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.said = began - EVERY_NANOS;
    }

    @Override
    public void progress(Map<Trial, Status> running, int waiting) {
        long now = nanos.getAsLong();
        if (now - said < EVERY_NANOS) {
            return;
        }
        said = now;
        err.println("  "
                + running.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + where(entry.getValue()))
                        .collect(Collectors.joining("; ")));
        err.flush();
    }

    private static String where(Status status) {
        String phase = Words.of(status.phase());
        return status.iteration() == 0 ? phase : "iteration " + status.iteration() + ", " + phase;
    }

    @Override
    public void ended(Trial trial, Status status) {
        done++;
        double seconds = (nanos.getAsLong() - began) / 1e9;
        String rest = done < total ? ", about " + Figures.duration(seconds / done * (total - done)) + " left" : "";
        String how = status.phase() == Phase.FAILED
                ? "failed"
                : "held-out "
                        + Figures.rate(status.reports()
                                .get(status.reports().size() - 1)
                                .heldOut());
        err.println(done + "/" + total + " " + trial + ": " + how + rest);
        err.flush();
    }
}
