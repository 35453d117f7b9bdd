package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.ExpressionWalk;
import org.elenchus.tools.repair.syntax.SourceText;
import org.jspecify.annotations.Nullable;

/** Conjuncts and disjuncts dropped and added; conditions fixed to a constant and restored. */
final class ConditionEdits {
    private static final int MUTATIONS = 6;

    private ConditionEdits() {}

    static void offer(Site site) {
        for (Expression root : site.place().roots()) {
            if (isWholeCondition(site, root)) {
                whole(site, root);
            }
            ExpressionWalk.visit(root, expression -> inner(site, expression));
        }
    }

    /** Conjuncts and disjuncts that undo no mutation. */
    static void further(Site site) {
        for (Expression root : site.place().roots()) {
            if (isWholeCondition(site, root)) {
                add(site, root);
            }
            ExpressionWalk.visit(root, expression -> inner(site, expression));
        }
    }

    private static boolean isWholeCondition(Site site, Expression root) {
        Context context = site.place().context();
        return switch (context) {
            case IF_CONDITION, GUARD -> true;
            case LOOP_HEADER -> site.type(root).equals("boolean");
            case RETURN ->
                site.place().method().returns().equals("boolean")
                        && site.place().node() instanceof ReturnStmt;
            case DECLARATION -> !site.breaking() && site.type(root).equals("boolean");
            case THROW, ASSIGNMENT, FIELD_ASSIGNMENT, CALL, CONSTRUCTOR_CALL, SWITCH, JUMP, BLOCK_END -> false;
        };
    }

    private static void whole(Site site, Expression condition) {
        add(site, condition);
        if (site.place().node() instanceof IfStmt) {
            fix(site, condition);
            if (condition instanceof BooleanLiteralExpr) {
                site.checks()
                        .forEach(c -> site.replace(
                                condition, c.text(), Operator.RESTORE_CONDITION, c.check(), c.type(), c.subject()));
            }
        }
    }

    private static void fix(Site site, Expression condition) {
        boolean bindsPattern = condition
                .findFirst(InstanceOfExpr.class, e -> e.getPattern().isPresent())
                .isPresent();
        String text = SourceText.flat(site.text(condition));
        boolean recoverable = !site.breaking() || ConditionPool.survives(site, text);
        if (condition instanceof BooleanLiteralExpr || bindsPattern || !recoverable) {
            return;
        }
        site.replace(condition, "false", Operator.FIX_CONDITION, Variant.TO_FALSE, "boolean", "");
        if (site.place().context() != Context.GUARD) {
            site.replace(condition, "true", Operator.FIX_CONDITION, Variant.TO_TRUE, "boolean", "");
        }
    }

    private static void inner(Site site, Expression expression) {
        switch (expression) {
            case BinaryExpr b when isJunction(b) -> drop(site, b);
            case ConditionalExpr c -> add(site, c.getCondition());
            case MethodCallExpr c when !site.breaking() -> c.getArguments().forEach(a -> value(site, a));
            case AssignExpr a when !site.breaking() -> value(site, a.getValue());
            case LambdaExpr l when !site.breaking() -> l.getExpressionBody().ifPresent(body -> value(site, body));
            case EnclosedExpr e when e.getInner() instanceof BinaryExpr b && isJunction(b) -> add(site, b);
            case EnclosedExpr e
            when site.isFurther() && site.type(e.getInner()).equals("boolean") ->
                ConjunctEdits.within(site, e.getInner());
            default -> {
                // no junction
            }
        }
    }

    /** A value that is a condition by its type. */
    private static void value(Site site, Expression value) {
        if (site.type(value).equals("boolean")) {
            add(site, value);
        }
    }

    private static boolean isJunction(BinaryExpr b) {
        return b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR;
    }

    private static void drop(Site site, BinaryExpr junction) {
        Expression left = junction.getLeft();
        Expression right = junction.getRight();
        keep(site, junction, left, right, Variant.KEEP_LEFT);
        keep(site, junction, right, left, Variant.KEEP_RIGHT);
    }

    private static void keep(Site site, BinaryExpr junction, Expression kept, Expression dropped, Variant variant) {
        boolean binds = dropped.findFirst(
                        InstanceOfExpr.class, e -> e.getPattern().isPresent())
                .isPresent();
        String text = SourceText.flat(site.text(dropped));
        if (site.breaking() && (binds || !returns(site, text))) {
            return;
        }
        site.replace(junction, site.text(kept), Operator.DROP_CONDITION, variant, "boolean", "");
    }

    private static boolean returns(Site site, String dropped) {
        String bare =
                dropped.startsWith("(") && dropped.endsWith(")") ? dropped.substring(1, dropped.length() - 1) : dropped;
        return ConditionPool.survives(site, bare) || ConditionPool.survives(site, dropped);
    }

    private static void add(Site site, Expression condition) {
        if (condition instanceof BooleanLiteralExpr) {
            return;
        }
        if (site.isFurther()) {
            ConjunctEdits.further(site, condition);
            return;
        }
        if (!site.breaking()) {
            ConjunctEdits.offer(site, condition);
            return;
        }
        String text = site.text(condition);
        int offered = 0;
        for (ConditionPool.Check check : site.checks()) {
            if (text.contains(check.text()) || site.breaking() && ++offered > MUTATIONS) {
                continue;
            }
            boolean null_ = check.check() == Variant.NULL_CHECK;
            boolean flag = check.check() == Variant.FLAG_CHECK;
            String added = check.text().contains("||") || check.text().contains("&&")
                    ? "(" + check.text() + ")"
                    : check.text();
            boolean guards = null_ && added.endsWith("!= null");
            boolean admits = null_ && added.endsWith("== null");
            if (!admits) {
                Variant variant = null_ ? Variant.AND_NULL_CHECK : flag ? Variant.AND_FLAG : Variant.AND_KNOWN;
                String old = around(condition, text, BinaryExpr.Operator.OR);
                put(site, condition, guards ? added + " && " + old : old + " && " + added, variant, check);
            }
            if (!guards) {
                Variant variant = null_ ? Variant.OR_NULL_CHECK : flag ? Variant.OR_FLAG : Variant.OR_KNOWN;
                String old = around(condition, text, null);
                put(site, condition, admits ? added + " || " + old : old + " || " + added, variant, check);
            }
        }
    }

    /** The condition as an operand: in parentheses where it binds less tightly than the operator to come. */
    private static String around(Expression condition, String text, BinaryExpr.@Nullable Operator looser) {
        boolean bindsLess =
                condition instanceof BinaryExpr b && b.getOperator() == looser || condition instanceof ConditionalExpr;
        return bindsLess ? "(" + text + ")" : text;
    }

    private static void put(Site site, Expression condition, String text, Variant variant, ConditionPool.Check check) {
        Node parent = condition.getParentNode().orElse(null);
        boolean operand = parent instanceof BinaryExpr;
        site.replace(
                condition,
                operand ? "(" + text + ")" : text,
                Operator.ADD_CONDITION,
                variant,
                check.type(),
                check.subject());
    }
}
