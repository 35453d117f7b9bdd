package org.elenchus.tools.repair.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of a quantity, as features.
 *
 * @param upper inclusive upper ends, ascending; one more bucket lies above the last
 */
public record Buckets(List<Double> upper) {
    public static Buckets upTo(double... upper) {
        List<Double> ends = new ArrayList<>();
        for (double end : upper) {
            ends.add(end);
        }
        return new Buckets(List.copyOf(ends));
    }

    public int of(double value) {
        int bucket = 0;
        while (bucket < upper.size() && value > upper.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    /** {@code ≤a}, {@code ≤b}, …, {@code >last}, in ASCII. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        upper.forEach(end -> labels.add("to-" + plain(end)));
        labels.add("over-" + plain(upper.getLast()));
        return labels;
    }

    private static String plain(double end) {
        return end == StrictMath.rint(end) ? Long.toString((long) end) : Double.toString(end);
    }
}
