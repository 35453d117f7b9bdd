package org.elenchus.tools.repair.meaning;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.elenchus.tools.repair.syntax.PlainExpression;

/** Conditions taken apart, so that each question stands by itself between what follows it and what follows otherwise. */
final class Choices {
    private final Expressions expressions;
    private final Locals locals;

    Choices(Expressions expressions, Locals locals) {
        this.expressions = expressions;
        this.locals = locals;
    }

    /** {@code condition ? yes : no}, the condition taken apart. */
    String of(Expression condition, String yes, String no) {
        if (yes.length() + no.length() > Meaning.LONGEST) {
            throw new Meaning.TooLong();
        }
        return switch (condition) {
            case EnclosedExpr e -> of(e.getInner(), yes, no);
            case UnaryExpr e when Expressions.isNot(e) -> of(e.getExpression(), no, yes);
            case BooleanLiteralExpr e -> e.getValue() ? yes : no;
            case BinaryExpr e when Expressions.isQuestion(e) -> question(e, yes, no);
            case NameExpr e
            when locals.meaning(e.getNameAsString()).isPresent() -> {
                yield expressions.within(
                        () -> of(locals.meaning(e.getNameAsString()).get(), yes, no));
            }
            default -> "[" + expressions.of(condition) + "?" + yes + ":" + no + "]";
        };
    }

    private String question(BinaryExpr e, String yes, String no) {
        String left = e.getOperator() == BinaryExpr.Operator.AND || e.getOperator() == BinaryExpr.Operator.OR
                ? ""
                : expressions.of(e.getLeft());
        String right = left.isEmpty() ? "" : expressions.of(e.getRight());
        boolean whole = (locals.isWhole(e.getLeft()) || locals.isWhole(e.getRight()))
                && !locals.isFloating(e.getLeft())
                && !locals.isFloating(e.getRight());
        return switch (e.getOperator()) {
            case AND, OR -> junction(e, yes, no);
            case EQUALS -> equal(left, right, yes, no);
            case NOT_EQUALS -> equal(left, right, no, yes);
            case LESS -> "[" + left + "<" + right + "?" + yes + ":" + no + "]";
            case GREATER -> "[" + right + "<" + left + "?" + yes + ":" + no + "]";
            case LESS_EQUALS ->
                whole
                        ? "[" + right + "<" + left + "?" + no + ":" + yes + "]"
                        : "[" + left + "<=" + right + "?" + yes + ":" + no + "]";
            case GREATER_EQUALS ->
                whole
                        ? "[" + left + "<" + right + "?" + no + ":" + yes + "]"
                        : "[" + right + "<=" + left + "?" + yes + ":" + no + "]";
            default -> throw new IllegalStateException("no question: " + e);
        };
    }

    private static String equal(String left, String right, String yes, String no) {
        boolean ordered = left.compareTo(right) <= 0;
        return "[" + (ordered ? left : right) + "==" + (ordered ? right : left) + "?" + yes + ":" + no + "]";
    }

    /** Operands that can neither throw nor change anything in an order of their own. */
    private String junction(BinaryExpr e, String yes, String no) {
        boolean and = e.getOperator() == BinaryExpr.Operator.AND;
        List<Expression> operands = new ArrayList<>();
        flatten(e, e.getOperator(), operands);
        if (operands.stream().allMatch(Choices::mayMove)) {
            operands.sort(Comparator.comparing(expressions::of));
        }
        Collections.reverse(operands);
        String result = and ? yes : no;
        for (Expression operand : operands) {
            result = and ? of(operand, result, no) : of(operand, yes, result);
        }
        return result;
    }

    private static boolean mayMove(Expression operand) {
        return switch (operand) {
            case EnclosedExpr e -> mayMove(e.getInner());
            case UnaryExpr e when Expressions.isNot(e) -> mayMove(e.getExpression());
            case MethodCallExpr e when Expressions.asksForType(e) -> PlainExpression.is(e.getArgument(0));
            default -> PlainExpression.is(operand);
        };
    }

    private static void flatten(Expression e, BinaryExpr.Operator operator, List<Expression> into) {
        Expression bare = e;
        while (bare instanceof EnclosedExpr enclosed) {
            bare = enclosed.getInner();
        }
        if (bare instanceof BinaryExpr b && b.getOperator() == operator) {
            flatten(b.getLeft(), operator, into);
            flatten(b.getRight(), operator, into);
        } else {
            into.add(bare);
        }
    }
}
