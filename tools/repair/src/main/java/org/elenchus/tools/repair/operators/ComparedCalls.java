package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** Comparisons of values that lost something on the way, {@code a.longValue() <= b}: the same question asked of the values themselves. */
final class ComparedCalls {
    private static final int QUESTIONS = 8;

    private ComparedCalls() {}

    static void offer(Site site, Expression expression) {
        if (expression instanceof BinaryExpr b) {
            of(site, b)
                    .forEach(text -> site.replace(
                            b, text, Operator.METHOD, Variant.COMPARISON, "boolean", text.split("\\(", 2)[0]));
        }
    }

    /** Other ways to ask; none where nothing is converted. */
    static List<String> of(Site site, BinaryExpr b) {
        List<String> ways = new ArrayList<>();
        Expression left = converted(b.getLeft());
        Expression right = converted(b.getRight());
        if (!isRelation(b) || left == b.getLeft() && right == b.getRight()) {
            return ways;
        }
        String x = site.text(left);
        String y = site.text(right);
        String type = site.type(left);
        String other = site.type(right);
        String zero = " " + b.getOperator().asString() + " 0";
        site.methods()
                .filter(s -> s.parameters().size() == 2 && s.returns().equals("int"))
                .filter(s -> s.name().startsWith("compare"))
                .map(s -> s.name() + "(" + x + ", " + y + ")" + zero)
                .distinct()
                .limit(QUESTIONS)
                .forEach(ways::add);
        ways.add(x + ".compareTo(" + y + ")" + zero);
        if (!type.isEmpty() && TypeGuess.isPrimitive(other)) {
            ways.add(x + ".compareTo(" + type + ".valueOf(" + y + "))" + zero);
        }
        site.methods()
                .filter(s -> s.parameters().size() == 2
                        && s.returns().equals("boolean")
                        && (type.isEmpty() || s.parameters().getFirst().equals(type))
                        && (other.isEmpty() || s.parameters().getLast().equals(other)))
                .map(s -> s.name() + "(" + x + ", " + y + ")")
                .distinct()
                .limit(QUESTIONS)
                .forEach(ways::add);
        return ways;
    }

    /** What a conversion converts: the receiver of {@code xValue()}. */
    private static Expression converted(Expression value) {
        return value instanceof MethodCallExpr call
                        && call.getNameAsString().endsWith("Value")
                        && call.getArguments().isEmpty()
                        && call.getScope().filter(NameExpr.class::isInstance).isPresent()
                ? call.getScope().get()
                : value;
    }

    private static boolean isRelation(BinaryExpr b) {
        return switch (b.getOperator()) {
            case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS, EQUALS, NOT_EQUALS -> true;
            default -> false;
        };
    }
}
