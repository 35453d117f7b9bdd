package org.elenchus.tools.repair.meaning;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.metamodel.PropertyMetaModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions in one wording, as text that no compiler need understand. */
final class Expressions {
    private static final int DEEPEST = 50;
    private static final Set<String> IGNORED = Set.of("comment", "annotations", "typeArguments", "typeParameters");

    private final Locals locals;
    private final Map<String, Expression> constants;
    private final Function<BlockStmt, String> bodies;
    private int depth;

    /** @param constants static final fields that stand for a literal or another constant */
    Expressions(Locals locals, Map<String, Expression> constants, Function<BlockStmt, String> bodies) {
        this.locals = locals;
        this.constants = constants;
        this.bodies = bodies;
    }

    String of(Expression expression) {
        return switch (expression) {
            case EnclosedExpr e -> of(e.getInner());
            case NameExpr e -> name(e);
            case FieldAccessExpr e -> field(e);
            case MethodCallExpr e -> call(e);
            case ConditionalExpr e -> choice(e.getCondition(), of(e.getThenExpr()), of(e.getElseExpr()));
            case InstanceOfExpr e when e.getPattern().isEmpty() -> of(e.getExpression()) + " is " + type(e.getType());
            case UnaryExpr e when isNot(e) -> choice(e.getExpression(), "false", "true");
            case BinaryExpr e when isQuestion(e) -> choice(e, "true", "false");
            case BinaryExpr e -> "(" + of(e.getLeft()) + e.getOperator().asString() + of(e.getRight()) + ")";
            case LiteralExpr e -> e.toString();
            default -> generic(expression);
        };
    }

    private String name(NameExpr e) {
        String name = e.getNameAsString();
        Optional<Expression> meaning = locals.meaning(name);
        if (meaning.isPresent()) {
            return meant(meaning.get());
        }
        return locals.isLocal(name) ? locals.called(name) : constant(name);
    }

    /** An edit may let two locals stand for each other: no compiler would take that. */
    private String meant(Expression meaning) {
        if (++depth > DEEPEST) {
            throw new Meaning.TooLong();
        }
        String text = of(meaning);
        depth--;
        return text;
    }

    private String constant(String name) {
        Expression known = constants.get(name);
        return known == null || known.toString().equals(name) ? name : meant(known);
    }

    private String field(FieldAccessExpr e) {
        String name = e.getNameAsString();
        if (e.getScope() instanceof ThisExpr) {
            return locals.isLocal(name) ? "this." + name : name;
        }
        String scope = e.getScope().toString();
        return scope.startsWith("java.") ? name : of(e.getScope()) + "." + name;
    }

    private String call(MethodCallExpr e) {
        String name = e.getNameAsString();
        List<Expression> arguments = e.getArguments();
        if (name.equals("isInstance") && e.getScope().orElse(null) instanceof ClassExpr c && arguments.size() == 1) {
            return of(arguments.getFirst()) + " is " + type(c.getType());
        }
        String scope =
                e.getScope().map(s -> s instanceof ThisExpr ? "" : of(s) + ".").orElse("");
        if (name.equals("requireNonNull")) {
            return scope + name + "(" + of(arguments.getFirst()) + ")";
        }
        boolean letter =
                name.equals("append") && arguments.size() == 1 && arguments.getFirst() instanceof CharLiteralExpr;
        String list = letter
                ? "\"" + arguments.getFirst().asCharLiteralExpr().getValue() + "\""
                : arguments.stream().map(this::of).collect(Collectors.joining(","));
        return scope + name + "(" + list + ")";
    }

    private static boolean isNot(UnaryExpr e) {
        return e.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
    }

    private static boolean isQuestion(BinaryExpr e) {
        return switch (e.getOperator()) {
            case AND, OR, EQUALS, NOT_EQUALS, LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> true;
            default -> false;
        };
    }

    /** {@code condition ? yes : no}, the condition taken apart. */
    String choice(Expression condition, String yes, String no) {
        if (yes.length() + no.length() > Meaning.LONGEST) {
            throw new Meaning.TooLong();
        }
        return switch (condition) {
            case EnclosedExpr e -> choice(e.getInner(), yes, no);
            case UnaryExpr e when isNot(e) -> choice(e.getExpression(), no, yes);
            case BooleanLiteralExpr e -> e.getValue() ? yes : no;
            case BinaryExpr e when isQuestion(e) -> question(e, yes, no);
            case NameExpr e
            when locals.meaning(e.getNameAsString()).isPresent() -> {
                if (++depth > DEEPEST) {
                    throw new Meaning.TooLong();
                }
                String text = choice(locals.meaning(e.getNameAsString()).get(), yes, no);
                depth--;
                yield text;
            }
            default -> "[" + of(condition) + "?" + yes + ":" + no + "]";
        };
    }

    private String question(BinaryExpr e, String yes, String no) {
        String left = e.getOperator() == BinaryExpr.Operator.AND || e.getOperator() == BinaryExpr.Operator.OR
                ? ""
                : of(e.getLeft());
        String right = left.isEmpty() ? "" : of(e.getRight());
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
        if (operands.stream()
                .allMatch(o -> o.findAll(MethodCallExpr.class).isEmpty()
                        && o.findAll(FieldAccessExpr.class).isEmpty())) {
            operands.sort(java.util.Comparator.comparing(this::of));
        }
        Collections.reverse(operands);
        String result = and ? yes : no;
        for (Expression operand : operands) {
            result = and ? choice(operand, result, no) : choice(operand, yes, result);
        }
        return result;
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

    /** A type without its arguments and its package. */
    static String type(Type type) {
        String text = type.toString().replaceAll("@\\w+(\\([^)]*\\))?\\s*", "");
        String last = "";
        while (!last.equals(text)) {
            last = text;
            text = text.replaceAll("<[^<>]*>", "");
        }
        return text.replaceAll("\\b[a-z]\\w*\\.", "");
    }

    /** Any other node by its parts. */
    String generic(Node node) {
        StringBuilder text = new StringBuilder(node.getClass().getSimpleName()).append('{');
        for (PropertyMetaModel property : node.getMetaModel().getAllPropertyMetaModels()) {
            if (!IGNORED.contains(property.getName())) {
                Object value = property.getValue(node);
                part(text, value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
            }
        }
        return text.append('}').toString();
    }

    private void part(StringBuilder text, @org.jspecify.annotations.Nullable Object value) {
        switch (value) {
            case null -> text.append('-');
            case Expression e -> text.append(of(e));
            case BlockStmt b -> text.append(bodies.apply(b));
            case Type t -> text.append(type(t));
            case com.github.javaparser.ast.expr.SimpleName n -> text.append(locals.called(n.getIdentifier()));
            case com.github.javaparser.ast.Modifier m ->
                text.append(
                        m.getKeyword().equals(com.github.javaparser.ast.Modifier.Keyword.FINAL) ? "" : m.toString());
            case Node n -> text.append(generic(n));
            case NodeList<?> list -> list.forEach(n -> part(text, n));
            default -> text.append(value);
        }
        text.append(';');
    }
}
