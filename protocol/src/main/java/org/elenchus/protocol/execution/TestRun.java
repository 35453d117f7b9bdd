package org.elenchus.protocol.execution;

import org.elenchus.protocol.repository.TestId;

/** A test to run and the fuel it may burn (line probes). */
public record TestRun(TestId test, long fuel) {
    public TestRun {
        if (fuel <= 0) {
            throw new IllegalArgumentException("fuel must be positive: " + fuel);
        }
    }
}
