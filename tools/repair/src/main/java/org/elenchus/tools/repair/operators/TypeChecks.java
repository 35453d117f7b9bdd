package org.elenchus.tools.repair.operators;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.Variable;

/** Conditions only repairs ask for: whether a variable of a wide type is of a narrower one. */
final class TypeChecks {
    private static final Set<String> WIDE = Set.of("Object", "Number", "Comparable", "CharSequence", "Serializable");
    private static final List<String> NUMBERS = List.of("Long", "Integer", "Double");
    private static final int VARIABLES = 3;
    private static final int TYPES = 8;

    private TypeChecks() {}

    /** Of variables the place mentions first; numbers first, then types the file casts to or asks for. */
    static List<ConditionPool.Check> at(Site site) {
        String statement = SourceText.flat(site.text(site.place().node()));
        Set<String> types = new LinkedHashSet<>(NUMBERS);
        types.addAll(site.declared().tested());
        return site.scope().variables().stream()
                .filter(v -> v.kind() != Variable.Kind.FIELD)
                .filter(v -> WIDE.contains(v.type()) || v.type().length() == 1)
                .sorted(Comparator.comparing(v -> !ConditionPool.mentions(statement, v.name())))
                .limit(VARIABLES)
                .flatMap(v -> types.stream().limit(TYPES).flatMap(t -> both(v, t)))
                .toList();
    }

    private static Stream<ConditionPool.Check> both(Variable variable, String type) {
        String text = variable.name() + " instanceof " + type;
        return Stream.of("!(" + text + ")", text)
                .map(t -> new ConditionPool.Check(t, Variant.TYPE_CHECK, variable.type(), variable.name()));
    }
}
