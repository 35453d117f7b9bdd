package org.elenchus.protocol.run;

import java.util.Optional;

/**
 * A run's share of the cluster's slots.
 *
 * @param priority 1 to 100: of two runs that have work waiting, one with twice the priority has twice the slots
 * @param slots the most it may have in use at once, at least 1; empty for as many as there are
 */
public record Share(int priority, Optional<Integer> slots) {
    public static final int LEAST_PRIORITY = 1;
    public static final int HIGHEST_PRIORITY = 100;

    /** What a run has that was given none. */
    public static final Share DEFAULT = new Share(10, Optional.empty());

    /** @throws IllegalArgumentException when out of range */
    public Share {
        if (priority < LEAST_PRIORITY || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException(
                    "a priority is " + LEAST_PRIORITY + " to " + HIGHEST_PRIORITY + "; got " + priority);
        }
        if (slots.isPresent() && slots.get() < 1) {
            throw new IllegalArgumentException(
                    "a run needs at least 1 slot; got " + slots.get() + ". To have it stand still, pause it");
        }
    }
}
