package org.elenchus.tools.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one schedule went.
 *
 * @param steps what happened in it, counted
 * @param time virtual
 * @param trace one line per event; empty unless asked for
 */
public record Play(long seed, Optional<Violation> violation, int steps, Duration time, List<String> trace) {
    public Play {
        trace = List.copyOf(trace);
    }
}
