package org.elenchus.tools.cli.experiment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;

/**
 * What arXiv 2606.07412 reports of the same comparison: solve rate less that of the full method, on SWE-bench Verified after three
 * iterations, with a language model as the solver. Its seeds and intervals are not reported, so only the sign is compared.
 */
final class Paper {
    private static final Map<Strategy, Double> OVER_FULL = new EnumMap<>(Map.of(
            Strategy.GRPO, -0.018,
            Strategy.WRITTEN_SKILLS, -0.024,
            Strategy.NO_SKILLS, -0.042,
            Strategy.HARDNESS, -0.030,
            Strategy.UNCERTAINTY, -0.022,
            Strategy.VARIANCE, -0.016,
            Strategy.HYBRID, 0.002,
            Strategy.SSR, -0.034));

    private Paper() {}

    /** Ours beside theirs. */
    enum Agreement {
        AGREES("agrees"),
        DIFFERS("differs"),
        NOT_SHOWN("no difference shown");

        private final String words;

        Agreement(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Solve rate less that of the full method; empty where it reports none. */
    static Optional<Double> overFull(Strategy strategy) {
        return Optional.ofNullable(OVER_FULL.get(strategy));
    }

    /** Whether a difference of ours has the sign of theirs; where our interval holds zero, nothing is shown. */
    static Agreement agreement(double theirs, Estimate ours) {
        if (ours.low() <= 0 && ours.high() >= 0) {
            return Agreement.NOT_SHOWN;
        }
        return Math.signum(ours.value()) == Math.signum(theirs) ? Agreement.AGREES : Agreement.DIFFERS;
    }
}
