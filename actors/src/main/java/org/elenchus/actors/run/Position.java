package org.elenchus.actors.run;

import java.util.Optional;
import org.elenchus.protocol.run.Phase;

/**
 * Where a run stands.
 *
 * @param phase the phase it is in, or failed in
 * @param round training round from 1; in PLANTING the wave from 0; else 0
 * @param failure why it failed; it stands where it failed until it is started again
 */
record Position(Phase phase, int iteration, int round, Optional<String> failure) {
    Position failed(String reason) {
        return new Position(phase, iteration, round, Optional.of(reason));
    }

    /** Whether there is nothing more to do. */
    boolean ended() {
        return failure.isPresent() || phase == Phase.FINISHED || phase == Phase.FAILED;
    }
}
