package org.elenchus.actors.run;

import java.time.Duration;

/**
 * How long a run waits for an answer before it asks again. Asking again is cheap: no work is done twice.
 *
 * @param first before it asks for the second time; twice as long before each further time
 * @param longest it ever waits
 */
public record Patience(Duration first, Duration longest) {
    public Patience {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a run asks again after a first time and at the latest after a longer one; got " + first + " and "
                            + longest + "; set elenchus.run.ask-again.first and .longest");
        }
    }

    /** The longest wait in units of the first. */
    int ticks() {
        return (int) Math.min(Integer.MAX_VALUE / 2, longest.dividedBy(first));
    }
}
