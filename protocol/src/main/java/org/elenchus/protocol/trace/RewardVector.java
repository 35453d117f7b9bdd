package org.elenchus.protocol.trace;

/**
 * The solver's reward components (Socratic-SWE, solver reward), each in 0..1.
 *
 * @param solved r¹: every FAIL_TO_PASS and every PASS_TO_PASS test passes
 * @param repaired r²: share of FAIL_TO_PASS tests that pass
 * @param preserved r³: share of PASS_TO_PASS tests that pass
 */
public record RewardVector(double solved, double repaired, double preserved) {
    public RewardVector {
        if (!(inUnit(solved) && inUnit(repaired) && inUnit(preserved))) {
            throw new IllegalArgumentException(
                    "rewards must lie in 0..1: " + solved + ", " + repaired + ", " + preserved);
        }
    }

    private static boolean inUnit(double r) {
        return r >= 0 && r <= 1;
    }

    /** The components in order r¹, r², r³. */
    public double[] components() {
        return new double[] {solved, repaired, preserved};
    }
}
