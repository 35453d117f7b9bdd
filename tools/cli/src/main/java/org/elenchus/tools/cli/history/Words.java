package org.elenchus.tools.cli.history;

import java.util.Locale;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.task.Verdict;

/** Constants and verdicts as people read them. */
public final class Words {
    private Words() {}

    /** {@code REPAIR_STRATEGY} → {@code repair strategy}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Where a run stands. */
    static String of(Phase phase, int iteration) {
        return switch (phase) {
            case FINISHED, FAILED, PAUSED, NOT_STARTED, PREPARING, PLANTING, BASELINE -> of(phase);
            case COLLECTING, DISTILLING, ANCHORING, GENERATING, JUDGING, SCORING, TRAINING, EVALUATING ->
                "iteration " + iteration + ", " + of(phase);
        };
    }

    /** A verdict without its evidence. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> "valid";
            case Verdict.Rejected rejected -> "rejected: " + of(rejected.gate());
            case Verdict.Undecided undecided -> "undecided";
        };
    }
}
