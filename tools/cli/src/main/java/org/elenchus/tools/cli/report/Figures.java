package org.elenchus.tools.cli.report;

import java.util.Locale;
import org.elenchus.actors.evaluation.Rise;
import org.elenchus.protocol.run.IterationReport;

/** Numbers as they are printed. */
public final class Figures {
    /** Stands where there is nothing to report. */
    public static final String NONE = "–";

    private Figures() {}

    /** {@code 0.417} of a rate. */
    public static String fraction(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** Seconds as {@code 12.3 s} or {@code 4:05 min}. */
    public static String duration(double seconds) {
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }

    /** {@code 0.417 (50/120)}, or nothing to report. */
    public static String rate(IterationReport.Rate rate) {
        return rate.total() == 0
                ? NONE
                : fraction(rate.rate()) + " " + String.format(Locale.ROOT, "%d/%d", rate.solved(), rate.total());
    }

    /** {@code +0.142 [0.075 0.208]}. */
    public static String rise(Rise rise) {
        return String.format(Locale.ROOT, "%+.3f [%.3f %.3f]", rise.delta(), rise.low(), rise.high());
    }

    /** {@code [0.350 0.480]}, the interval. */
    public static String interval(IterationReport.Rate rate) {
        return rate.total() == 0 ? NONE : "[" + fraction(rate.low()) + " " + fraction(rate.high()) + "]";
    }
}
