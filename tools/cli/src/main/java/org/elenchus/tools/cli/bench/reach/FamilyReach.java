package org.elenchus.tools.cli.bench.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What became of a family's states, or of all. @param name the family's label */
record FamilyReach(String name, List<StateReach> states) {
    FamilyReach {
        states = List.copyOf(states);
    }

    /** In order of first appearance, then all together. */
    static List<FamilyReach> of(List<StateReach> states) {
        Map<String, List<StateReach>> byFamily = new LinkedHashMap<>();
        states.forEach(s ->
                byFamily.computeIfAbsent(s.family(), f -> new ArrayList<>()).add(s));
        List<FamilyReach> families = new ArrayList<>();
        byFamily.forEach((family, own) -> families.add(new FamilyReach(family, own)));
        families.add(new FamilyReach("all", states));
        return families;
    }

    int reached() {
        return (int) states.stream().filter(StateReach::reached).count();
    }

    double share() {
        return states.isEmpty() ? Double.NaN : (double) reached() / states.size();
    }

    /** Over the states that are reached. */
    double medianRank() {
        return median(found(f -> (double) f.rank()));
    }

    /** Natural logarithm of the chance that a try mends, over the states that are reached. */
    double meanLogProbability() {
        return mean(found(StateReach.Found::all));
    }

    /** The part of it that is the choice of an edit, a place given at which one mends. */
    double meanLogProbabilityOfEdit() {
        return mean(found(f -> f.all() - f.place()));
    }

    /** Chance that the first try mends, over all states. */
    double chance() {
        return states.isEmpty()
                ? Double.NaN
                : found(f -> StrictMath.exp(f.all())).stream()
                                .mapToDouble(v -> v)
                                .sum()
                        / states.size();
    }

    double medianMenu() {
        return median(states.stream()
                .flatMap(s -> s.menus().stream())
                .map(Integer::doubleValue)
                .toList());
    }

    double medianSeconds() {
        return median(states.stream().flatMap(s -> s.seconds().stream()).toList());
    }

    private List<Double> found(Function<StateReach.Found, Double> part) {
        return states.stream().flatMap(s -> s.found().stream()).map(part).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return size == 0 ? Double.NaN : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
