package org.elenchus.tools.cli.progress;

import java.util.Locale;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.tools.cli.report.Figures;

/** Shows where a run stands. */
public interface ProgressView extends AutoCloseable {
    void show(Status status);

    /** What is being done just now, where a phase has long steps. May be called from any thread, often. */
    void detail(String text);

    @Override
    void close();

    /** {@code iteration 1/3: rolling out candidates}; what a phase does, in words. */
    static String label(Status status, int iterations) {
        return switch (status.phase()) {
            case PREPARING -> "preparing repositories";
            case PLANTING -> "planting held-out and seed tasks";
            case BASELINE -> "base: evaluating";
            case FINISHED -> "finished";
            case FAILED -> "failed";
            case PAUSED -> "paused";
            case NOT_STARTED -> "not started";
            case COLLECTING, DISTILLING, ANCHORING, GENERATING, JUDGING, SCORING, TRAINING, EVALUATING ->
                "iteration " + status.iteration() + "/" + iterations + ": " + verb(status.phase());
        };
    }

    /** One line for an iteration that has ended. */
    static String summary(IterationReport report) {
        String heldOut =
                "held-out solve rate " + Figures.rate(report.heldOut()) + " " + Figures.interval(report.heldOut());
        return report.index() == 0
                ? "base: " + heldOut
                : "iteration " + report.index() + ": " + report.admitted() + " of " + report.asked()
                        + " candidates admitted, " + report.skills() + " skills, " + heldOut;
    }

    private static String verb(Phase phase) {
        return switch (phase) {
            case COLLECTING -> "collecting traces";
            case DISTILLING -> "distilling skills";
            case ANCHORING -> "rolling out the validation tasks";
            case GENERATING -> "generating candidates";
            case JUDGING -> "judging candidates";
            case SCORING -> "scoring candidates";
            case TRAINING -> "training";
            case EVALUATING -> "evaluating";
            case PREPARING, PLANTING, BASELINE, FINISHED, FAILED, PAUSED, NOT_STARTED ->
                phase.name().toLowerCase(Locale.ROOT);
        };
    }
}
