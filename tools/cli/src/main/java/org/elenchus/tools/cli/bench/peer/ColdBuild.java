package org.elenchus.tools.cli.bench.peer;

/** A build tool started anew for every candidate. */
public final class ColdBuild {
    private ColdBuild() {}

    /** @param tool what was started */
    public record Result(String tool, int candidates, double seconds) {
        public double perSecond() {
            return candidates / seconds;
        }
    }
}
