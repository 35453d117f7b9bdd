package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Conjuncts and disjuncts a repair may add to a condition. First null checks of the names it reads, then what is known and checks of
 * variables, before it or after it as is usual, then on the other side, then beside its single operands.
 */
final class ConjunctEdits {
    private static final int USUAL = 60;
    private static final int OTHER_SIDE = 60;
    private static final int INNER = 24;
    private static final int MIXED = 6;

    private ConjunctEdits() {}

    /** Conditions that undo no mutation. */
    static void further(Site site, Expression condition) {
        TwinConditions.of(site, condition).forEach(twin -> {
            put(site, condition, twin, "&&", false, Variant.TWIN, twin);
            put(site, condition, twin, "||", false, Variant.TWIN, twin);
        });
        TypeChecks.at(site).forEach(check -> {
            put(site, condition, check.text(), "&&", false, check.check(), check.subject());
            put(site, condition, check.text(), "||", false, check.check(), check.subject());
        });
        String text = site.text(condition);
        Stream.concat(
                        site.checks().stream()
                                .filter(c -> !text.contains(c.text()))
                                .skip(USUAL),
                        ConditionPool.remote(site).stream())
                .forEach(check -> usual(site, condition, check));
    }

    /** Of a condition in parentheses that a single operand is left of. */
    static void within(Site site, Expression condition) {
        String text = site.text(condition);
        Stream.concat(
                        site.checks().stream()
                                .filter(c -> !text.contains(c.text()))
                                .limit(USUAL),
                        ConditionPool.remote(site).stream())
                .forEach(check -> usual(site, condition, check));
    }

    static void offer(Site site, Expression condition) {
        String text = site.text(condition);
        for (String name : names(condition)) {
            put(site, condition, name + " != null", "&&", true, Variant.AND_NULL_CHECK, name);
            put(site, condition, name + " == null", "||", true, Variant.OR_NULL_CHECK, name);
        }
        List<ConditionPool.Check> checks =
                site.checks().stream().filter(c -> !text.contains(c.text())).toList();
        checks.stream().limit(USUAL).forEach(check -> usual(site, condition, check));
        checks.stream().limit(OTHER_SIDE).forEach(check -> {
            boolean first = check.check() == Variant.KNOWN_CONDITION;
            put(site, condition, check, "&&", first);
            put(site, condition, check, "||", first);
        });
        if (condition instanceof BinaryExpr b && isJunction(b)) {
            for (Expression operand : operands(b)) {
                boolean or = operand.getParentNode()
                        .filter(p -> p instanceof BinaryExpr around && around.getOperator() == BinaryExpr.Operator.OR)
                        .isPresent();
                checks.stream().limit(INNER).forEach(check -> put(site, operand, check, or ? "||" : "&&", false));
                checks.stream().limit(MIXED).forEach(check -> put(site, operand, check, or ? "&&" : "||", false));
            }
        }
    }

    /** On its usual side: what is known of a variable comes first. */
    private static void usual(Site site, Expression condition, ConditionPool.Check check) {
        boolean first = check.check() != Variant.KNOWN_CONDITION;
        put(site, condition, check, "&&", first);
        put(site, condition, check, "||", first);
    }

    private static Set<String> names(Expression condition) {
        Set<String> names = new LinkedHashSet<>();
        condition.findAll(NameExpr.class).forEach(n -> names.add(n.getNameAsString()));
        names.removeIf(n -> Character.isUpperCase(n.charAt(0)));
        return names;
    }

    private static void put(
            Site site, Expression condition, ConditionPool.Check check, String operator, boolean first) {
        boolean and = operator.equals("&&");
        Variant variant = switch (check.check()) {
            case NULL_CHECK -> and ? Variant.AND_NULL_CHECK : Variant.OR_NULL_CHECK;
            case FLAG_CHECK -> and ? Variant.AND_FLAG : Variant.OR_FLAG;
            default -> and ? Variant.AND_KNOWN : Variant.OR_KNOWN;
        };
        String added =
                check.text().contains("||") || check.text().contains("&&") ? "(" + check.text() + ")" : check.text();
        put(site, condition, added, operator, first, variant, check.subject());
    }

    private static void put(
            Site site,
            Expression condition,
            String added,
            String operator,
            boolean first,
            Variant variant,
            String subject) {
        String old = site.text(condition);
        boolean or = operator.equals("||");
        boolean binds = condition instanceof ConditionalExpr
                || condition instanceof InstanceOfExpr i && i.getPattern().isPresent()
                || condition instanceof BinaryExpr b && b.getOperator() == BinaryExpr.Operator.OR && !or;
        String operand = binds && !(condition instanceof InstanceOfExpr) ? "(" + old + ")" : old;
        String text = first ? added + " " + operator + " " + operand : operand + " " + operator + " " + added;
        boolean inside = condition
                .getParentNode()
                .filter(p -> p instanceof BinaryExpr outer
                        && !(or && outer.getOperator() == BinaryExpr.Operator.OR)
                        && !(!or && isJunction(outer)))
                .isPresent();
        site.replace(condition, inside ? "(" + text + ")" : text, Operator.ADD_CONDITION, variant, "boolean", subject);
    }

    /** The operands at the leaves of nested conjunctions and disjunctions; what stands in parentheses is offered by itself. */
    private static List<Expression> operands(Expression expression) {
        if (expression instanceof BinaryExpr b && isJunction(b)) {
            List<Expression> all = new ArrayList<>(operands(b.getLeft()));
            all.addAll(operands(b.getRight()));
            return all;
        }
        return expression instanceof EnclosedExpr ? List.of() : List.of(expression);
    }

    private static boolean isJunction(BinaryExpr b) {
        return b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR;
    }
}
