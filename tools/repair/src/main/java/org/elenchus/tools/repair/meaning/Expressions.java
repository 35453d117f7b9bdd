package org.elenchus.tools.repair.meaning;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
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
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.metamodel.PropertyMetaModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expressions in one wording, as text that no compiler need understand. */
final class Expressions {
    private static final int DEEPEST = 50;
    private static final Set<String> IGNORED = Set.of("comment", "annotations", "typeArguments", "typeParameters");

    private final Locals locals;
    private final Map<String, Expression> constants;
    private final Function<BlockStmt, String> bodies;
    private final Choices choices;
    private int depth;

    /** @param constants static final fields that stand for a literal or another constant */
    Expressions(Locals locals, Map<String, Expression> constants, Function<BlockStmt, String> bodies) {
        this.locals = locals;
        this.constants = constants;
        this.bodies = bodies;
        this.choices = new Choices(this, locals);
    }

    String of(Expression expression) {
        return switch (expression) {
            case EnclosedExpr e -> of(e.getInner());
            case NameExpr e -> name(e);
            case FieldAccessExpr e -> field(e);
            case MethodCallExpr e -> call(e);
            case ConditionalExpr e -> choices.of(e.getCondition(), of(e.getThenExpr()), of(e.getElseExpr()));
            case InstanceOfExpr e when e.getPattern().isEmpty() -> of(e.getExpression()) + " is " + type(e.getType());
            case UnaryExpr e when isNot(e) -> choices.of(e.getExpression(), "false", "true");
            case BinaryExpr e when isQuestion(e) -> choices.of(e, "true", "false");
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
        return within(() -> of(meaning));
    }

    /** What is read while one more name stands for something. */
    String within(Supplier<String> reading) {
        if (++depth > DEEPEST) {
            throw new Meaning.TooLong();
        }
        String text = reading.get();
        depth--;
        return text;
    }

    /** {@code condition ? yes : no}, the condition taken apart. */
    String choice(Expression condition, String yes, String no) {
        return choices.of(condition, yes, no);
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
        if (asksForType(e) && e.getScope().orElse(null) instanceof ClassExpr c) {
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

    /** {@code Type.class.isInstance(value)}, which is {@code value instanceof Type}. */
    static boolean asksForType(MethodCallExpr e) {
        return e.getNameAsString().equals("isInstance")
                && e.getArguments().size() == 1
                && e.getScope().filter(ClassExpr.class::isInstance).isPresent();
    }

    static boolean isNot(UnaryExpr e) {
        return e.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
    }

    static boolean isQuestion(BinaryExpr e) {
        return switch (e.getOperator()) {
            case AND, OR, EQUALS, NOT_EQUALS, LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> true;
            default -> false;
        };
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

    private void part(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append('-');
            case Expression e -> text.append(of(e));
            case BlockStmt b -> text.append(bodies.apply(b));
            case Type t -> text.append(type(t));
            case SimpleName n -> text.append(locals.called(n.getIdentifier()));
            case Modifier m -> text.append(m.getKeyword().equals(Modifier.Keyword.FINAL) ? "" : m.toString());
            case Node n -> text.append(generic(n));
            case NodeList<?> list -> list.forEach(n -> part(text, n));
            default -> text.append(value);
        }
        text.append(';');
    }
}
