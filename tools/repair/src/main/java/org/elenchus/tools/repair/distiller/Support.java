package org.elenchus.tools.repair.distiller;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.tools.repair.operators.Operator;

/** Evidence for a lesson while traces are read. */
final class Support {
    private static final int REPEATED = 4;

    /** An anti-pattern takes at least this share of the fruitless tries; less may be chance. */
    private static final double SHARE = 0.15;

    private final SortedSet<String> supporting = new TreeSet<>();
    private final SortedMap<String, Boolean> attempts = new TreeMap<>();
    private final Map<Operator, Integer> repairs = new EnumMap<>(Operator.class);
    private final Map<Operator, Integer> fruitless = new EnumMap<>(Operator.class);

    /** A rollout that met the lesson's conditions. */
    void attempt(String trace, boolean solved) {
        attempts.put(trace, solved);
    }

    /** A trace that speaks for a repair operator, by its success or by lacking it. */
    void speaksFor(String trace, Operator repair) {
        supporting.add(trace);
        repairs.merge(repair, 1, Integer::sum);
    }

    void fruitless(Operator operator) {
        fruitless.merge(operator, 1, Integer::sum);
    }

    List<String> supporting() {
        return List.copyOf(supporting);
    }

    int attempts() {
        return attempts.size();
    }

    int solved() {
        return (int) attempts.values().stream().filter(s -> s).count();
    }

    /** Repair operators, the best supported first. */
    List<Operator> repairs() {
        return ordered(repairs, 1);
    }

    /** Operators tried again and again without effect, and not among the repairs. */
    List<Operator> antiPatterns() {
        int tries = fruitless.values().stream().mapToInt(Integer::intValue).sum();
        return ordered(fruitless, Math.max(REPEATED, (int) (SHARE * tries))).stream()
                .filter(o -> !repairs.containsKey(o))
                .limit(3)
                .toList();
    }

    private static List<Operator> ordered(Map<Operator, Integer> counts, int least) {
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .sorted(Comparator.comparingInt((Map.Entry<Operator, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
