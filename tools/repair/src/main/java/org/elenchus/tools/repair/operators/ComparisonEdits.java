package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.WhileStmt;

/** Boundary, negation and logic. */
final class ComparisonEdits {
    private ComparisonEdits() {}

    static void offer(Site site, Expression expression) {
        switch (expression) {
            case BinaryExpr binary -> binary(site, binary);
            case UnaryExpr unary
            when unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT -> dropNot(site, unary);
            default -> {
                // the rest can only be negated
            }
        }
        addNot(site, expression);
    }

    private static void binary(Site site, BinaryExpr b) {
        switch (b.getOperator()) {
            case LESS -> {
                token(site, b, "<", "<=", Operator.BOUNDARY, Variant.WIDEN);
                token(site, b, "<", ">=", Operator.NEGATE, Variant.RELATION);
                token(site, b, "<", ">", Operator.NEGATE, Variant.MIRROR);
            }
            case LESS_EQUALS -> {
                token(site, b, "<=", "<", Operator.BOUNDARY, Variant.NARROW);
                token(site, b, "<=", ">", Operator.NEGATE, Variant.RELATION);
                token(site, b, "<=", ">=", Operator.NEGATE, Variant.MIRROR);
            }
            case GREATER -> {
                token(site, b, ">", ">=", Operator.BOUNDARY, Variant.WIDEN);
                token(site, b, ">", "<=", Operator.NEGATE, Variant.RELATION);
                token(site, b, ">", "<", Operator.NEGATE, Variant.MIRROR);
            }
            case GREATER_EQUALS -> {
                token(site, b, ">=", ">", Operator.BOUNDARY, Variant.NARROW);
                token(site, b, ">=", "<", Operator.NEGATE, Variant.RELATION);
                token(site, b, ">=", "<=", Operator.NEGATE, Variant.MIRROR);
            }
            case EQUALS -> token(site, b, "==", "!=", Operator.NEGATE, Variant.EQUALITY);
            case NOT_EQUALS -> token(site, b, "!=", "==", Operator.NEGATE, Variant.EQUALITY);
            case AND -> token(site, b, "&&", "||", Operator.LOGIC, Variant.AND_TO_OR);
            case OR -> token(site, b, "||", "&&", Operator.LOGIC, Variant.OR_TO_AND);
            case PLUS,
                    MINUS,
                    MULTIPLY,
                    DIVIDE,
                    REMAINDER,
                    BINARY_AND,
                    BINARY_OR,
                    XOR,
                    LEFT_SHIFT,
                    SIGNED_RIGHT_SHIFT,
                    UNSIGNED_RIGHT_SHIFT -> {
                // arithmetic
            }
        }
    }

    private static void token(Site site, BinaryExpr b, String from, String to, Operator operator, Variant variant) {
        String left = site.type(b.getLeft());
        site.token(
                b.getLeft(),
                b.getRight(),
                from,
                to,
                operator,
                variant,
                left.isEmpty() ? site.type(b.getRight()) : left);
    }

    private static void dropNot(Site site, UnaryExpr not) {
        Expression inner = not.getExpression();
        boolean standsAlone = !(not.getParentNode().orElse(null) instanceof BinaryExpr);
        String bare = inner instanceof EnclosedExpr enclosed && standsAlone
                ? site.text(enclosed.getInner())
                : site.text(inner);
        site.replace(not, bare, Operator.NEGATE, Variant.DROP_NOT, "boolean", "");
    }

    private static void addNot(Site site, Expression e) {
        boolean plain = e instanceof MethodCallExpr
                || e instanceof NameExpr
                || e instanceof FieldAccessExpr
                || e instanceof EnclosedExpr;
        boolean wide = e instanceof InstanceOfExpr
                || (e instanceof BinaryExpr b
                        && (b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR)
                        && !(b.getParentNode().orElse(null) instanceof BinaryExpr));
        if ((plain || wide) && isBooleanPosition(site, e)) {
            String text = site.text(e);
            site.replace(e, plain ? "!" + text : "!(" + text + ")", Operator.NEGATE, Variant.ADD_NOT, "boolean", "");
        }
    }

    /** Whether the syntax around it demands a boolean. */
    private static boolean isBooleanPosition(Site site, Expression e) {
        Node parent = e.getParentNode().orElse(null);
        return switch (parent) {
            case IfStmt s -> true;
            case WhileStmt s -> true;
            case DoStmt s -> true;
            case ConditionalExpr c -> c.getCondition() == e;
            case BinaryExpr b ->
                b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR;
            case ReturnStmt s ->
                site.place().method().returns().equals("boolean")
                        && s == site.place().node();
            case null, default -> false;
        };
    }
}
