package org.elenchus.tools.repair.operators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.elenchus.tools.repair.syntax.Variable;

/** Conditions that may be missing at a place: checks of the variables in scope and conditions known from the file. */
final class ConditionPool {
    private static final int VARIABLES = 10;
    private static final int KNOWN = 24;
    private static final int KNOWN_REPAIRS = 80;
    private static final int LIMIT = 44;
    private static final int LIMIT_REPAIRS = 130;

    private static final int REMOTE_VARIABLES = 14;
    private static final int REMOTE_CHECKS = 2;

    private ConditionPool() {}

    /** @param check what kind of condition it is; one of the five plain check variants */
    record Check(String text, Variant check, String type, String subject) {}

    /** Most likely first: each variable's first check, then what the file knows, then the further checks. */
    static List<Check> at(Site site) {
        List<List<Check>> ranks = new ArrayList<>();
        for (Variable variable : variables(site, 0, VARIABLES)) {
            List<Check> checks = checks(variable);
            for (int i = 0; i < checks.size(); i++) {
                while (ranks.size() <= i) {
                    ranks.add(new ArrayList<>());
                }
                ranks.get(i).add(checks.get(i));
            }
        }
        Map<String, Check> pool = new LinkedHashMap<>();
        List<Check> known = known(site);
        known.stream().limit(3).forEach(c -> pool.putIfAbsent(c.text(), c));
        if (!ranks.isEmpty()) {
            ranks.getFirst().forEach(c -> pool.putIfAbsent(c.text(), c));
        }
        known.forEach(c -> pool.putIfAbsent(c.text(), c));
        ranks.stream().skip(1).flatMap(List::stream).forEach(c -> pool.putIfAbsent(c.text(), c));
        return pool.values().stream().limit(site.most(LIMIT, LIMIT_REPAIRS)).toList();
    }

    /** The first checks of the variables that {@link #at} leaves out. */
    static List<Check> remote(Site site) {
        return variables(site, VARIABLES, REMOTE_VARIABLES).stream()
                .flatMap(variable -> {
                    List<Check> checks = checks(variable);
                    return checks.size() <= REMOTE_CHECKS
                            ? checks.stream()
                            : Stream.of(checks.getFirst(), checks.getLast());
                })
                .toList();
    }

    private static List<Check> known(Site site) {
        return site.nearest(site.ingredients().conditions(), site.most(KNOWN, KNOWN_REPAIRS)).stream()
                .map(i -> new Check(i.text(), Variant.KNOWN_CONDITION, "boolean", i.text()))
                .toList();
    }

    /** Whether a condition would still be offered here after its only use here is gone. */
    static boolean survives(Site site, String condition) {
        if (site.standsElsewhere(site.ingredients().conditions(), condition)) {
            return true;
        }
        return site.checks().stream()
                .anyMatch(c -> c.check() != Variant.KNOWN_CONDITION && c.text().equals(condition));
    }

    /** Variables the statement names come first, then parameters, locals and fields. */
    private static List<Variable> variables(Site site, int skipped, int most) {
        String text = SourceText.flat(site.text(site.place().node()));
        return site.scope().variables().stream()
                .filter(v -> !v.type().isEmpty())
                .filter(v -> !(v.kind() == Variable.Kind.FIELD && v.isFinal() && isConstant(v.name())))
                .filter(v -> !(v.isFinal() && v.kind() == Variable.Kind.FIELD && mayBeUnset(site)))
                .sorted(Comparator.comparing((Variable v) -> !mentions(text, v.name()))
                        .thenComparing(v -> rank(v.kind())))
                .skip(skipped)
                .limit(most)
                .toList();
    }

    /** A final field may not be read before its constructor has set it. */
    private static boolean mayBeUnset(Site site) {
        return site.breaking() && site.place().method().isConstructor();
    }

    private static int rank(Variable.Kind kind) {
        return switch (kind) {
            case PARAMETER -> 0;
            case LOCAL -> 1;
            case FIELD -> 2;
        };
    }

    private static boolean isConstant(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    static boolean mentions(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            boolean before = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean after = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (before && after) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }

    /** A variable's checks, the most usual first. */
    static List<Check> checks(Variable variable) {
        String v = variable.name();
        String type = variable.type();
        if (type.equals("boolean")) {
            return all(variable, Variant.FLAG_CHECK, v, "!" + v);
        }
        if (TypeGuess.isNumeric(type)) {
            return all(
                    variable,
                    Variant.RANGE_CHECK,
                    v + " < 0",
                    v + " <= 0",
                    v + " == 0",
                    v + " == -1",
                    v + " > 0",
                    v + " < 1",
                    v + " >= 0");
        }
        if (type.equals("char")) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>(all(variable, Variant.NULL_CHECK, v + " == null"));
        switch (OperandType.of(type)) {
            case STRING, COLLECTION ->
                checks.addAll(all(
                        variable,
                        Variant.EMPTY_CHECK,
                        v + ".isEmpty()",
                        v + " == null || " + v + ".isEmpty()",
                        v + ".length() == 0"));
            case ARRAY ->
                checks.addAll(all(
                        variable, Variant.EMPTY_CHECK, v + ".length == 0", v + " == null || " + v + ".length == 0"));
            case BOOLEAN, NUMBER, CHARACTER, OTHER, UNKNOWN -> {
                // null is all that is known of other types
            }
        }
        checks.addAll(all(variable, Variant.NULL_CHECK, v + " != null"));
        if (type.equals("Boolean")) {
            checks.addAll(all(variable, Variant.FLAG_CHECK, v, "!" + v));
        }
        return checks;
    }

    private static List<Check> all(Variable variable, Variant check, String... texts) {
        return List.of(texts).stream()
                .map(text -> new Check(text, check, variable.type(), variable.name()))
                .toList();
    }
}
