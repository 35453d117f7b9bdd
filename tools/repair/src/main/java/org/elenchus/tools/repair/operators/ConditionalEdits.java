package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.List;

/** A value that holds only under a condition, and another otherwise: conditions by alternatives, the likelier both are, the earlier. */
final class ConditionalEdits {
    private static final int PRODUCT = 40;
    private static final int LONGEST = 160;

    private ConditionalEdits() {}

    static void offer(Site site) {
        switch (site.place().node()) {
            case ReturnStmt s ->
                s.getExpression()
                        .ifPresent(e -> value(site, e, site.place().method().returns()));
            case ExpressionStmt s
            when s.getExpression() instanceof AssignExpr a -> value(site, a.getValue(), site.type(a.getTarget()));
            case ExpressionStmt s
            when s.getExpression().isVariableDeclarationExpr() ->
                s.getExpression().asVariableDeclarationExpr().getVariables().stream()
                        .filter(v -> v.getInitializer().isPresent())
                        .forEach(v -> declared(site, v));
            default -> {
                // no value
            }
        }
    }

    private static void declared(Site site, VariableDeclarator variable) {
        variable.getInitializer().ifPresent(e -> value(site, e, variable.getTypeAsString()));
    }

    private static void value(Site site, Expression value, String type) {
        boolean bare = value.isLiteralExpr()
                || value.isConditionalExpr()
                || value.isArrayInitializerExpr()
                || value.isLambdaExpr()
                || value.isAssignExpr();
        if (bare || site.text(value).length() > LONGEST) {
            return;
        }
        List<ValueConditions.When> conditions = ValueConditions.of(site, value);
        List<String> others = OtherValues.of(site, value, type);
        String text = site.text(value);
        for (RankPair pair : RankPair.likeliest(conditions.size(), others.size(), PRODUCT)) {
            ValueConditions.When when = conditions.get(pair.first());
            String other = others.get(pair.second());
            String chosen = when.negated() ? other + " : " + text : text + " : " + other;
            site.replace(
                    value, when.text() + " ? " + chosen, Operator.TERNARY, Variant.CONDITIONAL, type, when.subject());
        }
    }
}
