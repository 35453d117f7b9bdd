package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.elenchus.tools.repair.syntax.Variable;

/** Conditions under which a value may hold, the likeliest first. */
final class ValueConditions {
    private static final int VARIABLES = 4;

    private ValueConditions() {}

    /** @param negated whether the value holds where the condition does not */
    record When(String text, boolean negated, String subject) {}

    static List<When> of(Site site, Expression value) {
        List<When> conditions = new ArrayList<>();
        Set<String> names = names(site, value);
        if (value instanceof BinaryExpr b && b.getOperator() != BinaryExpr.Operator.PLUS) {
            finite(site, names, conditions);
        }
        names.stream()
                .filter(n -> !TypeGuess.isPrimitive(
                        site.scope().find(n).map(Variable::type).orElse("")))
                .limit(VARIABLES)
                .forEach(n -> conditions.add(new When(n + " == null", true, n)));
        if (value instanceof MethodCallExpr call && !(value.getParentNode().orElse(null) instanceof AssignExpr)) {
            conditions.add(new When(site.text(call) + " != null", false, call.getNameAsString()));
        }
        value.findAll(MethodCallExpr.class, c -> c != value && c.getArguments().isEmpty()).stream()
                .limit(2)
                .forEach(c -> conditions.add(new When(site.text(c) + " == null", true, c.getNameAsString())));
        site.scope().variables().stream()
                .filter(v -> TypeGuess.isNumeric(v.type()) && v.kind() != Variable.Kind.FIELD)
                .limit(VARIABLES)
                .forEach(v -> conditions.add(new When(v.name() + " > 0", false, v.name())));
        return conditions;
    }

    /** Whether a floating number is one. */
    private static void finite(Site site, Set<String> names, List<When> conditions) {
        names.stream()
                .filter(n -> site.scope()
                        .find(n)
                        .filter(v -> v.type().equals("double") || v.type().equals("float"))
                        .isPresent())
                .limit(2)
                .forEach(n -> conditions.addFirst(new When("Double.isFinite(" + n + ")", true, n)));
    }

    /** Variables in scope that the value reads, in order. */
    static Set<String> names(Site site, Expression value) {
        Set<String> names = new LinkedHashSet<>();
        value.findAll(NameExpr.class).forEach(n -> {
            if (site.scope().find(n.getNameAsString()).isPresent()) {
                names.add(n.getNameAsString());
            }
        });
        return names;
    }
}
