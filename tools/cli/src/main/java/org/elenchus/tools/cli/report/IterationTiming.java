package org.elenchus.tools.cli.report;

/**
 * The wall time of one iteration, in seconds. Parts that nobody measured are 0.
 *
 * @param seconds in all, over every process that worked on it
 * @param executing slots at work on candidates: preparing, rolling out, judging; averaged over the slots
 * @param learning gradients, alignment, updates
 */
public record IterationTiming(double seconds, double executing, double learning) {
    public static final IterationTiming NONE = new IterationTiming(0, 0, 0);

    public IterationTiming plus(IterationTiming more) {
        return new IterationTiming(seconds + more.seconds, executing + more.executing, learning + more.learning);
    }

    /** What is left: messages, journal, waiting for the last of a batch. */
    public double remainder() {
        return Math.max(0, seconds - executing - learning);
    }
}
