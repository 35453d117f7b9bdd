package org.elenchus.tools.cli.bench.measure;

/**
 * What something took, in seconds.
 *
 * @param workers processor time of the processes that did the work, with all they started
 * @param owner processor time of this JVM meanwhile
 */
public record Cost(double wall, double workers, double owner) {
    /** Processor time of all that took part. */
    public double processor() {
        return workers + owner;
    }

    /** A clock that has been started. */
    public static final class Clock {
        private final long nanos = System.nanoTime();
        private final ProcessorTime processor = ProcessorTime.now();

        public Cost read() {
            ProcessorTime used = ProcessorTime.now().minus(processor);
            return new Cost((System.nanoTime() - nanos) / 1e9, used.children(), used.own());
        }
    }
}
