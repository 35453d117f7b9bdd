package org.elenchus.tools.cli.history;

import org.elenchus.protocol.Digest;

/**
 * A version of a run's solver policy.
 *
 * @param number 0 for the untrained one, then one more with each update
 * @param iteration whose training made it, in round {@code round}; both 0 for the untrained one
 */
public record SolverVersion(int number, int iteration, int round, Digest policy) {
    static SolverVersion base(Digest policy) {
        return new SolverVersion(0, 0, 0, policy);
    }

    /** {@code untrained}, or {@code iteration 2, round 1}. */
    public String origin() {
        return number == 0 ? "untrained" : "iteration " + iteration + ", round " + round;
    }
}
