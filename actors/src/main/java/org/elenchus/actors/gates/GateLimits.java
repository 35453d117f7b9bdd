package org.elenchus.actors.gates;

/**
 * Bounds of what the gates let through.
 *
 * @param statement characters of a statement
 * @param edits edits of a breaking patch
 * @param patch characters removed and inserted by it
 * @param tests tests run on the broken state, the cheapest first
 * @param failToPass failing tests; a break that fails more is too blunt to teach anything
 * @param passToPass PASS_TO_PASS tests kept, the cheapest first
 * @param revertedAlone mutations of one file that are each reverted alone
 */
public record GateLimits(
        int statement, int edits, int patch, int tests, int failToPass, int passToPass, int revertedAlone) {
    public static final GateLimits DEFAULT = new GateLimits(4_000, 40, 100_000, 300, 60, 40, 6);
}
