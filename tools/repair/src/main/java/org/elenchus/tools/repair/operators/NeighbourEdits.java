package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.elenchus.tools.repair.syntax.Variable;

/** Methods of the package and of ancestors around a value or in place of a call; another variable of a like type, or what it says of itself. */
final class NeighbourEdits {
    private static final int CALLS = 24;
    private static final int VARIABLES = 4;

    private NeighbourEdits() {}

    static void offer(Site site, Expression expression) {
        switch (expression) {
            case NameExpr name -> name(site, name);
            case MethodCallExpr call -> call(site, call);
            default -> {
                // neither a name nor a call
            }
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
                                && (s.isStatic() || !site.place().method().isStatic()))
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

    /** A call of a static method exchanged for one of the file, an ancestor or the package that takes and gives the same. */
    private static void call(Site site, MethodCallExpr call) {
        if (call.getScope().filter(s -> !NeighbourEdits.isType(s)).isPresent()
                || call.getArguments().isEmpty()) {
            return;
        }
        List<String> types = call.getArguments().stream().map(site::type).toList();
        String type = site.type(call);
        if (types.contains("") || type.isEmpty()) {
            numeric(site, call, types);
            return;
        }
        int start = site.file().start(call);
        int end = site.file().end(call.getName());
        String removed = site.file().text().substring(start, end);
        Stream.concat(site.ingredients().methods().values().stream().flatMap(List::stream), known(site))
                .filter(s -> s.parameters().equals(types)
                        && s.returns().equals(type)
                        && (s.isStatic() || !site.place().method().isStatic()))
                .limit(CALLS)
                .forEach(s -> site.splice(
                        start,
                        removed,
                        s.name(),
                        Operator.METHOD,
                        Variant.NEIGHBOUR_CALL,
                        site.place().context(),
                        type,
                        s.name()));
    }

    /** The value of a digit, counted from zero's. */
    private static void numeric(Site site, MethodCallExpr call, List<String> types) {
        if (types.equals(List.of("char"))) {
            String text = site.text(call.getArgument(0)) + " - '0'";
            boolean alone = call.getParentNode()
                    .filter(p -> !(p instanceof Expression) || p instanceof MethodCallExpr)
                    .isPresent();
            site.replace(call, alone ? text : "(" + text + ")", Operator.UNWRAP, Variant.KEEP_BODY, "int", "'0'");
        }
    }

    private static boolean isType(Expression receiver) {
        return receiver instanceof NameExpr n
                && Character.isUpperCase(n.getNameAsString().charAt(0));
    }
}
