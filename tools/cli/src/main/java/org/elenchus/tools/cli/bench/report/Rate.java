package org.elenchus.tools.cli.bench.report;

import java.util.List;

/** Candidates executed per second of wall time and per second of processor time. Zero or NaN: not measured. */
public record Rate(double perSecond, double perProcessorSecond) {
    public static final Rate NONE = new Rate(Double.NaN, Double.NaN);

    /** The geometric mean of what was measured; NaN when nothing was. */
    public static double mean(List<Double> rates) {
        return Math.exp(rates.stream()
                .filter(rate -> rate > 0 && Double.isFinite(rate))
                .mapToDouble(Math::log)
                .average()
                .orElse(Double.NaN));
    }
}
