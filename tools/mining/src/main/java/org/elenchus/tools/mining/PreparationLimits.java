package org.elenchus.tools.mining;

import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.suite.SuiteLimits;

/** All caps of a preparation. */
public record PreparationLimits(IntakeLimits intake, SuiteLimits suite) {
    /** Changes whenever the rules of judging a suite do, so that older measurements are taken again. */
    private static final String RULES = "suite-rules.v1";

    public static final PreparationLimits DEFAULT = new PreparationLimits(IntakeLimits.DEFAULT, SuiteLimits.DEFAULT);

    /** What a measurement depends on besides the snapshot. */
    Digest measure() {
        return Digest.ofParts(
                java.util.List.of(RULES, ProtocolJson.digest(suite).hex()));
    }
}
