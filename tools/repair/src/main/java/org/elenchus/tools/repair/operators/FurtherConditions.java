package org.elenchus.tools.repair.operators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.Variable;

/** Conditions only repairs ask for: whether a variable is of a type, and what methods of the file and of its ancestors say of it. */
final class FurtherConditions {
    private static final Set<String> WIDE = Set.of("Object", "Number", "Comparable", "CharSequence", "Serializable");
    private static final List<String> NUMBERS = List.of("Long", "Integer", "Double");
    private static final int VARIABLES = 3;
    private static final int TYPES = 8;
    private static final int QUESTIONS = 8;

    private FurtherConditions() {}

    static List<ConditionPool.Check> at(Site site) {
        List<ConditionPool.Check> known = site.furtherChecks();
        if (known != null) {
            return known;
        }
        String statement = SourceText.flat(site.text(site.place().node()));
        List<Variable> variables = site.scope().variables().stream()
                .filter(v -> !v.type().isEmpty() && v.kind() != Variable.Kind.FIELD)
                .sorted(Comparator.comparing(v -> !ConditionPool.mentions(statement, v.name())))
                .toList();
        List<ConditionPool.Check> checks = new ArrayList<>();
        questions(site, variables, checks);
        types(site, variables, checks);
        site.furtherChecks(checks);
        return checks;
    }

    private static void types(Site site, List<Variable> variables, List<ConditionPool.Check> checks) {
        Set<String> types = new LinkedHashSet<>(NUMBERS);
        types.addAll(site.declared().tested());
        variables.stream()
                .filter(v -> WIDE.contains(v.type()) || v.type().length() == 1)
                .limit(VARIABLES)
                .forEach(v -> types.stream().limit(TYPES).forEach(t -> {
                    String text = v.name() + " instanceof " + t;
                    checks.add(new ConditionPool.Check("!(" + text + ")", Variant.TYPE_CHECK, v.type(), v.name()));
                    checks.add(new ConditionPool.Check(text, Variant.TYPE_CHECK, v.type(), v.name()));
                }));
    }

    private static void questions(Site site, List<Variable> variables, List<ConditionPool.Check> checks) {
        List<Ingredients.Signature> questions = Stream.concat(
                        site.ingredients().methods().values().stream().flatMap(List::stream),
                        site.surroundings().inherited().stream())
                .filter(s -> s.returns().equals("boolean")
                        && s.parameters().size() == 1
                        && (s.isStatic() || !site.place().method().isStatic()))
                .toList();
        Set<String> texts = new LinkedHashSet<>();
        for (Variable v : variables) {
            questions.stream()
                    .filter(s -> s.parameters().getFirst().equals(v.type()))
                    .map(s -> s.name() + "(" + v.name() + ")")
                    .filter(text -> texts.size() < QUESTIONS && texts.add(text))
                    .forEach(text -> {
                        checks.add(new ConditionPool.Check("!" + text, Variant.OWN_CALL, "boolean", v.name()));
                        checks.add(new ConditionPool.Check(text, Variant.OWN_CALL, "boolean", v.name()));
                    });
        }
    }
}
