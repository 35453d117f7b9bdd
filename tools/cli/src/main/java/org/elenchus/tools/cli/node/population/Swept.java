package org.elenchus.tools.cli.node.population;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of asking entities.
 *
 * @param right how many answered as their history has it
 * @param wrong how many answered otherwise
 * @param silent how many did not answer
 * @param repeated how often one was asked again
 * @param firstMillis until those had answered who were asked first, from the beginning
 * @param slowestMillis until the slowest answered, from when it was first asked
 * @param faults what was wrong, of the first few
 */
public record Swept(
        int right, int wrong, int silent, int repeated, long firstMillis, long slowestMillis, List<String> faults) {
    private static final int FAULTS = 5;

    public static final Swept NOTHING = new Swept(0, 0, 0, 0, 0, 0, List.of());

    public Swept {
        faults = List.copyOf(faults.subList(0, Math.min(faults.size(), FAULTS)));
    }

    /** Both together. */
    public Swept and(Swept other) {
        List<String> all = new ArrayList<>(faults);
        all.addAll(other.faults);
        return new Swept(
                right + other.right,
                wrong + other.wrong,
                silent + other.silent,
                repeated + other.repeated,
                Math.max(firstMillis, other.firstMillis),
                Math.max(slowestMillis, other.slowestMillis),
                all);
    }

    public int asked() {
        return right + wrong + silent;
    }

    public boolean allRight() {
        return right == asked();
    }
}
