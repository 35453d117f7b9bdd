package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Locale;

/** Expressions whose evaluation neither throws nor changes anything, so that operands of {@code &&} and {@code ||} may stand in any order. */
public final class PlainExpression {
    private PlainExpression() {}

    /** {@code Type.CONSTANT}. */
    private static boolean isConstant(FieldAccessExpr e) {
        return e.getScope() instanceof NameExpr type
                && Character.isUpperCase(type.getNameAsString().charAt(0))
                && e.getNameAsString().equals(e.getNameAsString().toUpperCase(Locale.ROOT));
    }

    /** Whether that is known of it. */
    public static boolean is(Expression expression) {
        return switch (expression) {
            case EnclosedExpr e -> is(e.getInner());
            case NameExpr e -> true;
            case ThisExpr e -> true;
            case NullLiteralExpr e -> true;
            case BooleanLiteralExpr e -> true;
            case IntegerLiteralExpr e -> true;
            case LongLiteralExpr e -> true;
            case CharLiteralExpr e -> true;
            case StringLiteralExpr e -> true;
            case FieldAccessExpr e -> e.getScope() instanceof ThisExpr || isConstant(e);
            case InstanceOfExpr e -> e.getPattern().isEmpty() && is(e.getExpression());
            case UnaryExpr e ->
                (e.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
                                || e.getOperator() == UnaryExpr.Operator.MINUS)
                        && is(e.getExpression());
            case BinaryExpr e ->
                e.getOperator() != BinaryExpr.Operator.DIVIDE
                        && e.getOperator() != BinaryExpr.Operator.REMAINDER
                        && is(e.getLeft())
                        && is(e.getRight());
            default -> false;
        };
    }
}
