package org.elenchus.actors.slot;

/** How busy the cluster's desk is, on the node where it lives; elsewhere all is zero. Thread-safe. */
public final class DeskMeter {
    private volatile Reading reading = new Reading(0, 0, 0, 0);

    void set(Reading reading) {
        this.reading = reading;
    }

    public Reading read() {
        return reading;
    }

    /**
     * As of a second ago.
     *
     * @param waiting pieces of work
     * @param inHand pieces of work handed out
     * @param idle slots without work
     * @param oldestSeconds how long the piece of work has waited that has waited longest
     */
    public record Reading(int waiting, int inHand, int idle, double oldestSeconds) {}
}
