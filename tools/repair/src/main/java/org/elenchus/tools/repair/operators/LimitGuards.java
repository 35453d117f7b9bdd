package org.elenchus.tools.repair.operators;

import java.util.List;

/** Guards that answer a floating number at a limit by that limit of the type that is returned. */
final class LimitGuards {
    private static final List<String> LIMITED = List.of("Double", "Float");

    private LimitGuards() {}

    static void offer(Site site) {
        String type = site.place().method().returns();
        boolean answers = type.equals("Object") || LIMITED.stream().anyMatch(t -> t.equalsIgnoreCase(type));
        if (!answers || site.place().insertion() < 0) {
            return;
        }
        site.scope().variables().stream()
                .filter(v -> LIMITED.stream().anyMatch(t -> t.equalsIgnoreCase(v.type())))
                .limit(2)
                .forEach(v -> {
                    String of = v.type().equalsIgnoreCase("float") ? "Float" : "Double";
                    for (String limit : List.of("POSITIVE_INFINITY", "NEGATIVE_INFINITY", "NaN")) {
                        String condition = limit.equals("NaN")
                                ? of + ".isNaN(" + v.name() + ")"
                                : v.name() + " == " + of + "." + limit;
                        LIMITED.stream()
                                .filter(t -> type.equals("Object") || t.equalsIgnoreCase(type))
                                .forEach(t -> GuardEdits.guard(
                                        site,
                                        new ConditionPool.Check(condition, Variant.RANGE_CHECK, v.type(), v.name()),
                                        "return " + t + "." + limit + ";"));
                    }
                });
    }
}
