package org.elenchus.tools.cli.bench.reach;

import java.util.List;
import java.util.Optional;
import org.elenchus.tools.repair.mending.Miss;

/**
 * One broken state and what the solver had before it.
 *
 * @param family label of the operator that broke it
 * @param places suspected places
 * @param found the likeliest mending edit; empty when there is none
 * @param menus sizes of the menus looked at: those of suspected places near the break
 * @param seconds wall time each of them took
 * @param miss why none mends; empty when one does
 */
public record StateReach(
        String family,
        String path,
        int line,
        String removed,
        String inserted,
        int places,
        Optional<Found> found,
        List<Integer> menus,
        List<Double> seconds,
        Optional<Miss> miss) {
    public StateReach {
        menus = List.copyOf(menus);
        seconds = List.copyOf(seconds);
    }

    /**
     * The likeliest edit that mends, and all that do together.
     *
     * @param operator its operator's label
     * @param rank of it in the menu of its place
     * @param place natural logarithm of the chance that a place is chosen at which any edit mends
     * @param all natural logarithm of the chance that one try makes any mending edit
     */
    public record Found(String operator, int rank, double place, double all) {}

    public boolean reached() {
        return found.isPresent();
    }
}
