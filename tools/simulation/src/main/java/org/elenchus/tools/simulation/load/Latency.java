package org.elenchus.tools.simulation.load;

import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;

/**
 * How long an execution takes: uniform around a mean, drawn by what is executed, so that the same execution always takes as long.
 *
 * @param millis the mean; zero for no time at all
 * @param spread half the width of the range, as a share of the mean: 0 to 1
 */
public record Latency(long seed, double millis, double spread) {
    public Latency {
        if (!(millis >= 0 && millis < Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("a latency is a number of milliseconds from 0; got " + millis);
        }
        if (!(spread >= 0 && spread <= 1)) {
            throw new IllegalArgumentException("a spread is a share of the mean, 0 to 1; got " + spread);
        }
    }

    /** Nanoseconds of one execution. */
    long nanos(Digest execution) {
        if (millis == 0) {
            return 0;
        }
        double draw = DrawKey.of(seed, "latency", execution.hex()).generator().nextDouble();
        return Math.round(millis * 1e6 * (1 + spread * (2 * draw - 1)));
    }
}
