package org.elenchus.actors.run;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.elenchus.protocol.run.IterationReport;

/** What came of the iterations that were completed on this node. Sums and counts, so that rates follow from two readings. Thread-safe. */
public final class RunMeter {
    private final LongAdder iterations = new LongAdder();
    private final LongAdder aligned = new LongAdder();
    private final DoubleAdder cosines = new DoubleAdder();
    private final DoubleAdder heldOut = new DoubleAdder();

    public void completed(IterationReport report) {
        iterations.increment();
        heldOut.add(report.heldOut().rate());
        report.meanCosine().ifPresent(cosine -> {
            aligned.increment();
            cosines.add(cosine);
        });
    }

    public Reading read() {
        return new Reading(iterations.sum(), aligned.sum(), cosines.sum(), heldOut.sum());
    }

    /**
     * Since the node started.
     *
     * @param iterations bases included
     * @param aligned iterations that have a mean cosine
     * @param cosines their sum
     * @param heldOut sum of the held-out solve rates of all iterations
     */
    public record Reading(long iterations, long aligned, double cosines, double heldOut) {}
}
