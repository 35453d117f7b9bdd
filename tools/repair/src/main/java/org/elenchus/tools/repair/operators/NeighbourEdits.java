package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.elenchus.tools.repair.syntax.Variable;

/** Methods of the package and of ancestors around a value; another variable of a like type, or what it says of itself. */
final class NeighbourEdits {
    private static final int CALLS = 24;
    private static final int VARIABLES = 4;

    private NeighbourEdits() {}

    static void offer(Site site, Expression expression) {
        if (expression instanceof NameExpr name) {
            name(site, name);
        }
    }

    private static Stream<Ingredients.Signature> known(Site site) {
        return Stream.concat(site.surroundings().inherited().stream(), site.surroundings().calls().stream());
    }

    private static void name(Site site, NameExpr name) {
        String text = name.getNameAsString();
        site.scope().find(text).filter(v -> !v.type().isEmpty()).ifPresent(variable -> {
            String type = variable.type();
            if (RepairWraps.isRead(name)) {
                known(site)
                        .filter(s -> s.parameters().equals(List.of(type))
                                && s.returns().equals(type)
                                && site.mayCall(s))
                        .limit(CALLS)
                        .forEach(s -> site.replace(
                                name,
                                s.name() + "(" + text + ")",
                                Operator.WRAP,
                                Variant.NEIGHBOUR_CALL,
                                type,
                                s.name()));
            }
            others(site, name, variable);
        });
    }

    private static void others(Site site, NameExpr name, Variable variable) {
        String raw = MemberEdits.raw(variable.type());
        site.scope().variables().stream()
                .filter(v -> !v.type().equals(variable.type())
                        && MemberEdits.raw(v.type()).equals(raw))
                .limit(VARIABLES)
                .forEach(v ->
                        site.replace(name, v.name(), Operator.VARIABLE, ReferenceEdits.kind(v), v.type(), v.name()));
        if (variable.type().equals("String") && RepairWraps.isRead(name)) {
            site.scope().variables().stream()
                    .filter(v -> v.kind() != Variable.Kind.FIELD
                            && !v.type().isEmpty()
                            && !v.type().equals("String")
                            && !TypeGuess.isPrimitive(v.type()))
                    .limit(VARIABLES)
                    .forEach(v -> site.replace(
                            name,
                            v.name() + ".toString()",
                            Operator.VARIABLE,
                            Variant.CALL_SUFFIX,
                            "String",
                            v.name()));
        }
    }
}
