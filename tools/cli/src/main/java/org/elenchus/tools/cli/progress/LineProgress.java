package org.elenchus.tools.cli.progress;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;

/** A line when a phase begins, every few seconds while it lasts, and one per finished iteration. */
public final class LineProgress implements ProgressView {
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintWriter out;
    private final int iterations;
    private final LongSupplier nanos;
    private String label = "";
    private String line = "";
    private String detail = "";
    private long said;
    private int reported;

    /** @param nanos a monotonic clock */
    public LineProgress(PrintWriter out, int iterations, int reported, LongSupplier nanos) {
        this.out = out;
        this.iterations = iterations;
        this.reported = reported;
        this.nanos = nanos;
    }

    @Override
    public synchronized void detail(String text) {
        long at = nanos.getAsLong();
        if (!text.equals(detail) && at - said >= EVERY_NANOS) {
            out.println("  " + text);
            out.flush();
            detail = text;
            said = at;
        }
    }

    @Override
    public synchronized void show(Status status) {
        for (; reported < status.reports().size(); reported++) {
            out.println(ProgressView.summary(status.reports().get(reported)));
        }
        String now = ProgressView.label(status, iterations);
        String count = status.asked() == 0 ? now : now + " " + status.answered() + "/" + status.asked();
        long at = nanos.getAsLong();
        if (!now.equals(label) || (!count.equals(line) && at - said >= EVERY_NANOS)) {
            out.println(count);
            label = now;
            line = count;
            said = at;
        }
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
