package org.elenchus.tools.mining;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.suite.SuiteLimits;
import org.elenchus.tools.verifier.checkout.Helpers;

/** All caps of a preparation. */
public record PreparationLimits(IntakeLimits intake, SuiteLimits suite) {
    /** Changes whenever the rules of judging a suite do, so that older measurements are taken again. */
    private static final String RULES = "suite-rules.v5";

    public static final PreparationLimits DEFAULT = new PreparationLimits(IntakeLimits.DEFAULT, SuiteLimits.DEFAULT);

    /** What a suite may cost. @param declared whether a command of the repository's own runs it */
    SuiteLimits suite(boolean declared) {
        return declared ? SuiteLimits.COMMAND : suite;
    }

    /** What a measurement depends on besides the snapshot. */
    Digest measure(boolean declared) {
        List<String> parts = new ArrayList<>(
                List.of(RULES, ProtocolJson.digest(suite(declared)).hex()));
        if (declared) {
            parts.add(Helpers.digest().hex());
        }
        return Digest.ofParts(parts);
    }
}
