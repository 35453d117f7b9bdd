package org.elenchus.tools.cli.bench.peer;

/** One warm JVM without isolation. */
public final class BareLimit {
    private BareLimit() {}

    /** @param processorSeconds of its process @param skipped candidates whose classes could not be exchanged in place */
    public record Result(int candidates, int skipped, double seconds, double processorSeconds) {
        public double perSecond() {
            return candidates / seconds;
        }

        public double perProcessorSecond() {
            return candidates / processorSeconds;
        }
    }
}
