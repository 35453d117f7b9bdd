package org.elenchus.tools.simulation.machine;

import java.time.Duration;
import java.util.Set;

/**
 * How often what goes wrong, per thousand messages or steps.
 *
 * @param shuffled whether what is ready runs in a drawn order; else the longest waiting first
 * @param slow computations and journal writes that take virtual time
 * @param crash per step
 * @param meddle per step
 */
public record Weather(
        boolean shuffled, int drop, int delay, int duplicate, int reorder, int slow, int crash, int meddle) {
    /** Nothing goes wrong, in the order of asking. */
    public static final Weather CALM = new Weather(false, 0, 0, 0, 0, 0, 0, 0);

    /** Nothing goes wrong any more, in any order. */
    public static final Weather CLEARED = new Weather(true, 0, 0, 0, 0, 0, 0, 0);

    static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** Longer would be the journal's own fault: its circuit breaker opens after ten. */
    static final Duration LONGEST_WRITE = Duration.ofSeconds(2);

    private static final int MOST_LOST = 200;
    private static final int MOST_OTHERWISE = 300;
    private static final int MOST_CRASHES = 12;
    private static final int MOST_MEDDLING = 8;

    /**
     * Draws a weather: each fault that is allowed is absent from every other schedule and of any strength in the rest, so that a few faults
     * meet in some and all of them in others.
     */
    public static Weather draw(Chance chance, Set<Fault> allowed) {
        return new Weather(
                true,
                strength(chance, allowed.contains(Fault.DROP), MOST_LOST),
                strength(chance, allowed.contains(Fault.DELAY), MOST_OTHERWISE),
                strength(chance, allowed.contains(Fault.DUPLICATE), MOST_OTHERWISE),
                strength(chance, allowed.contains(Fault.REORDER), MOST_OTHERWISE),
                strength(chance, allowed.contains(Fault.DELAY), MOST_OTHERWISE),
                strength(chance, allowed.contains(Fault.CRASH), MOST_CRASHES),
                strength(chance, allowed.contains(Fault.MEDDLE), MOST_MEDDLING));
    }

    private static int strength(Chance chance, boolean allowed, int most) {
        boolean present = chance.below(2) == 0;
        int strength = 1 + chance.below(most);
        return allowed && present ? strength : 0;
    }
}
