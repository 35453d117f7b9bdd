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
 * @param sleepyMillis a chunk that took longer than this is looked at test by test
 * @param slowMillis a test that takes longer than this each time, alone, is slow although it burns little fuel
 * @param idleFuel "little fuel" in that sense: a few milliseconds' worth
 */
public record SuiteLimits(
        long slowFuel,
        long classFuel,
        int trusted,
        long trustedFuel,
        int chunkTests,
        int rescues,
        long sleepyMillis,
        long slowMillis,
        long idleFuel) {
    public static final SuiteLimits DEFAULT =
            new SuiteLimits(3_000_000, 60_000_000, 1_500, 300_000_000, 48, 48, 4_000, 1_500, 100_000);
}
