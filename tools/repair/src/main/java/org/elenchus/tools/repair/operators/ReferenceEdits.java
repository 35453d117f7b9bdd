package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.List;
import org.elenchus.tools.repair.syntax.Variable;

/** Names exchanged for others of the same declared type; neighbouring arguments of the same type exchanged. */
final class ReferenceEdits {
    private static final int ALTERNATIVES = 10;

    private ReferenceEdits() {}

    static void offer(Site site, Expression expression) {
        switch (expression) {
            case NameExpr name -> name(site, name);
            case MethodCallExpr call -> swaps(site, call.getArguments());
            case ObjectCreationExpr creation -> swaps(site, creation.getArguments());
            default -> {
                // no reference
            }
        }
        if (site.place().node() instanceof ExplicitConstructorInvocationStmt call
                && call.getArguments().getFirst().filter(a -> a == expression).isPresent()) {
            swaps(site, call.getArguments());
        }
    }

    /** Neighbouring arguments of unlike types exchanged: there may be an overload that takes them so. */
    static void further(Site site, Expression expression) {
        List<Expression> arguments = switch (expression) {
            case MethodCallExpr call -> call.getArguments();
            case ObjectCreationExpr creation -> creation.getArguments();
            default -> List.of();
        };
        for (int i = 0; i + 1 < arguments.size(); i++) {
            swap(site, arguments.get(i), arguments.get(i + 1), "");
        }
    }

    private static void name(Site site, NameExpr name) {
        site.scope()
                .find(name.getNameAsString())
                .filter(v -> !v.type().isEmpty())
                .ifPresent(variable -> {
                    boolean written = isWritten(name);
                    site.scope().ofType(variable.type()).stream()
                            .filter(other -> !other.name().equals(variable.name()) && !(written && other.isFinal()))
                            .filter(other -> isDeclaredBefore(site, other))
                            .limit(ALTERNATIVES)
                            .forEach(other -> site.replace(
                                    name, other.name(), Operator.VARIABLE, kind(other), other.type(), other.name()));
                });
    }

    private static boolean isDeclaredBefore(Site site, Variable other) {
        boolean constructorCall = site.place().node() instanceof ExplicitConstructorInvocationStmt;
        return !constructorCall || other.kind() != Variable.Kind.FIELD;
    }

    private static boolean isWritten(NameExpr name) {
        Node parent = name.getParentNode().orElse(null);
        return (parent instanceof AssignExpr a && a.getTarget() == name)
                || (parent instanceof UnaryExpr u && u.getOperator() != UnaryExpr.Operator.MINUS);
    }

    static Variant kind(Variable variable) {
        return switch (variable.kind()) {
            case LOCAL -> Variant.TO_LOCAL;
            case PARAMETER -> Variant.TO_PARAMETER;
            case FIELD -> Variant.TO_FIELD;
        };
    }

    private static void swaps(Site site, NodeList<Expression> arguments) {
        List<Expression> list = List.copyOf(arguments);
        for (int i = 0; i + 1 < list.size(); i++) {
            Expression first = list.get(i);
            Expression second = list.get(i + 1);
            String type = site.type(first);
            boolean alike = type.equals(site.type(second));
            if (alike && !(site.breaking() && type.isEmpty())) {
                swap(site, first, second, type);
            }
        }
    }

    private static void swap(Site site, Expression first, Expression second, String type) {
        int start = site.file().start(first);
        String gap =
                site.file().text().substring(site.file().end(first), site.file().start(second));
        String removed = site.file().text().substring(start, site.file().end(second));
        String inserted = site.text(second) + gap + site.text(first);
        site.splice(
                start,
                removed,
                inserted,
                Operator.SWAP_ARGUMENTS,
                Variant.ADJACENT,
                site.place().context(),
                type,
                "");
    }
}
