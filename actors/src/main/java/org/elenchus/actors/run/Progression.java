package org.elenchus.actors.run;

import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.IterationCompleted;
import org.elenchus.protocol.run.EvolutionRunProtocol.PhaseEntered;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.Phase;

/** What follows once everything a phase has asked is answered. A barrier: it sees all answers, never their order. */
final class Progression {
    private final SolveRates rates;

    Progression(SolveRates rates) {
        this.rates = rates;
    }

    /** The next event of a run that has not ended and waits for nothing. */
    Event next(Started s) {
        int iteration = s.at().iteration();
        return switch (s.at().phase()) {
            case PREPARING -> new PhaseEntered(Phase.PLANTING, 0, 0);
            case PLANTING -> afterPlanting(s);
            case BASELINE -> s.reported() ? new PhaseEntered(Phase.COLLECTING, 1, 0) : completed(s);
            case COLLECTING -> new PhaseEntered(Phase.DISTILLING, iteration, 0);
            case DISTILLING -> new PhaseEntered(Phase.ANCHORING, iteration, 0);
            case ANCHORING -> afterAnchoring(s);
            case GENERATING -> new PhaseEntered(Phase.JUDGING, iteration, 0);
            case JUDGING -> new PhaseEntered(Phase.SCORING, iteration, 0);
            case SCORING -> s.work().selection().isPresent() ? training(s, 1) : Admission.decide(s);
            case TRAINING ->
                s.at().round() < s.spec().trainingRounds()
                        ? training(s, s.at().round() + 1)
                        : new PhaseEntered(Phase.EVALUATING, iteration, 0);
            case EVALUATING -> s.reported() ? afterIteration(s) : completed(s);
            case FINISHED, FAILED, PAUSED, NOT_STARTED ->
                throw new IllegalStateException("nothing follows " + s.at().phase());
        };
    }

    private static Event afterPlanting(Started s) {
        if (s.planted().isPresent()) {
            return new PhaseEntered(Phase.BASELINE, 0, 0);
        }
        return Planting.isShort(s) ? new PhaseEntered(Phase.PLANTING, 0, s.at().round() + 1) : Planting.plant(s);
    }

    private static Event afterAnchoring(Started s) {
        if (s.spec().reward().aligns() && Scoring.anchor(s).isEmpty()) {
            return new RunFailed(
                    "no validation task could be rolled out, so there is no G_v to align with; the first fault was: "
                            + s.work().missed().values().stream().findFirst().orElse("none")
                            + "; run doctor to see what this machine offers, then give the same command again, it goes on from here");
        }
        return new PhaseEntered(Phase.GENERATING, s.at().iteration(), 0);
    }

    private static Event training(Started s, int round) {
        return new PhaseEntered(Phase.TRAINING, s.at().iteration(), round);
    }

    private Event completed(Started s) {
        return new IterationCompleted(Accounting.report(s, rates));
    }

    private static Event afterIteration(Started s) {
        int iteration = s.at().iteration();
        return iteration < s.spec().iterations()
                ? new PhaseEntered(Phase.COLLECTING, iteration + 1, 0)
                : new PhaseEntered(Phase.FINISHED, iteration, 0);
    }
}
