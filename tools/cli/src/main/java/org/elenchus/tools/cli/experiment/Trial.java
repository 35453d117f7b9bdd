package org.elenchus.tools.cli.experiment;

import org.elenchus.protocol.run.RunSpec;

/** A strategy under a seed: one run. */
record Trial(Strategy strategy, RunSpec spec) {
    long seed() {
        return spec.seed();
    }

    String runId() {
        return spec.runId();
    }

    @Override
    public String toString() {
        return strategy.label() + ", seed " + seed();
    }
}
