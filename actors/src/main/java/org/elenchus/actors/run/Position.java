package org.elenchus.actors.run;

import java.util.Optional;
import org.elenchus.protocol.run.Phase;

/**
 * Where a run stands.
 *
 * @param phase the phase it is in, or failed in
 * @param round training round from 1; in PLANTING the wave from 0; else 0
 * @param failure why it failed; it stands where it failed until it is started again
 * @param paused whether it was told to stand still
 */
record Position(Phase phase, int iteration, int round, Optional<String> failure, boolean paused) {
    /** A run on its way. */
    static Position in(Phase phase, int iteration, int round) {
        return new Position(phase, iteration, round, Optional.empty(), false);
    }

    Position failed(String reason) {
        return new Position(phase, iteration, round, Optional.of(reason), false);
    }

    Position standing() {
        return new Position(phase, iteration, round, Optional.empty(), true);
    }

    /** Whether there is nothing more to do. */
    boolean ended() {
        return failure.isPresent() || phase == Phase.FINISHED;
    }

    /** Whether there is nothing to do now. */
    boolean idle() {
        return paused || ended();
    }
}
