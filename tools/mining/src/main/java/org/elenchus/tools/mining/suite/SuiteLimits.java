package org.elenchus.tools.mining.suite;

/**
 * What a suite may cost. Costs are fuel (line probes), which is the same on every machine; wall time is not.
 *
 * @param slowFuel a test that burns more is slow
 * @param classFuel a test class that burned more is not run further
 * @param trusted most tests that are trusted
 * @param trustedFuel most fuel the trusted tests burn together
 * @param chunkTests tests per execution; a test class is split only when it alone is larger
 * @param rescues executions spent per suite on finding tests that block or kill the worker
 * @param slowMillis a test that takes longer than this each time, alone, on an idle machine, blocks, however little fuel it burns; a
 *     chunk is searched for such tests when it took longer
 * @param idleFuel "little fuel" in that sense: a few milliseconds' worth
 */
public record SuiteLimits(
        long slowFuel,
        long classFuel,
        int trusted,
        long trustedFuel,
        int chunkTests,
        int rescues,
        long slowMillis,
        long idleFuel) {
    /**
     * Of six Commons libraries, nine tests in ten burn less than 25,000, and leaving out those above 400,000 costs no line of coverage but
     * most of the time.
     */
    public static final SuiteLimits DEFAULT =
            new SuiteLimits(400_000, 10_000_000, 1_500, 30_000_000, 48, 48, 2_500, 100_000);

    /**
     * Of a suite that a declared command runs. It is run whole each time, since one run of the command is one execution; there is no fuel,
     * and what it may take in time is declared.
     */
    public static final SuiteLimits COMMAND = new SuiteLimits(
            Long.MAX_VALUE / 4, Long.MAX_VALUE, 5_000, Long.MAX_VALUE, Integer.MAX_VALUE, 24, Long.MAX_VALUE, 0);
}
