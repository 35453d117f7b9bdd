package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a file's ingredients in one pass over its places. */
final class IngredientCollector {
    private static final int LONGEST = 160;

    private final SourceFile file;
    private final Map<String, List<Ingredients.Signature>> methods = new TreeMap<>();
    private final SortedMap<Long, Integer> integers = new TreeMap<>();
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<String, Integer> characters = new LinkedHashMap<>();
    private final Map<String, Ingredient> conditions = new LinkedHashMap<>();
    private final Map<String, Ingredient> statements = new LinkedHashMap<>();
    private final List<Ingredients.Guard> guards = new ArrayList<>();
    private final Map<String, Ingredient> throwing = new LinkedHashMap<>();
    private final Map<String, Ingredient> returned = new LinkedHashMap<>();
    private final Map<String, Integer> returnedCount = new TreeMap<>();
    private final Map<String, SortedSet<String>> calls = new TreeMap<>();
    private final Map<String, Ingredient> suffixes = new LinkedHashMap<>();
    private final Map<String, Ingredient> wrappers = new LinkedHashMap<>();
    private final SortedMap<String, Integer> thrown = new TreeMap<>();

    private IngredientCollector(SourceFile file) {
        this.file = file;
    }

    static Ingredients collect(SourceFile file) {
        IngredientCollector collector = new IngredientCollector(file);
        file.unit().findAll(MethodDeclaration.class).forEach(collector::declare);
        file.places().forEach(collector::read);
        return collector.gathered();
    }

    private Ingredients gathered() {
        return new Ingredients(
                Collections.unmodifiableSortedMap(integers),
                Collections.unmodifiableMap(strings),
                Collections.unmodifiableMap(characters),
                List.copyOf(conditions.values()),
                List.copyOf(guards),
                List.copyOf(statements.values()),
                List.copyOf(throwing.values()),
                List.copyOf(returned.values()),
                Collections.unmodifiableMap(returnedCount),
                Collections.unmodifiableMap(methods),
                Collections.unmodifiableMap(calls),
                List.copyOf(suffixes.values()),
                List.copyOf(wrappers.values()),
                Collections.unmodifiableSortedMap(thrown));
    }

    private void declare(MethodDeclaration method) {
        List<String> parameters =
                method.getParameters().stream().map(p -> p.getTypeAsString()).toList();
        methods.computeIfAbsent(method.getNameAsString(), n -> new ArrayList<>())
                .add(new Ingredients.Signature(
                        method.getNameAsString(), parameters, method.getTypeAsString(), method.isStatic()));
    }

    private void read(Place place) {
        Scope scope = file.scope(place);
        TypeGuess types = new TypeGuess(scope, methods);
        if (place.context() == Context.IF_CONDITION || place.context() == Context.GUARD) {
            place.roots().stream().filter(root -> !isJunction(root)).forEach(root -> condition(root, scope));
        }
        if (place.context() == Context.GUARD && place.node() instanceof IfStmt guard) {
            guard(guard, scope, place.method().returns());
        }
        switch (place.node()) {
            case ExpressionStmt s
            when !(s.getExpression() instanceof VariableDeclarationExpr || isLambdaBody(s)) -> {
                put(statements, s, scope, place.context().label());
            }
            case ReturnStmt s ->
                s.getExpression().ifPresent(e -> {
                    returnedCount.merge(SourceText.flat(file.textOf(e)), 1, Integer::sum);
                    put(returned, e, scope, place.method().returns());
                });
            case ThrowStmt s
            when s.getExpression() instanceof ObjectCreationExpr created -> {
                thrown.merge(created.getTypeAsString(), 1, Integer::sum);
                put(throwing, s, scope, created.getTypeAsString());
            }
            default -> {
                // other statements are not used as ingredients
            }
        }
        place.roots().forEach(root -> ExpressionWalk.visit(root, e -> expression(e, scope, types)));
    }

    private void guard(IfStmt guard, Scope scope, String returns) {
        StatementShape.soleStatement(guard.getThenStmt()).ifPresent(body -> {
            Map<String, Ingredient> parts = new LinkedHashMap<>();
            put(parts, guard.getCondition(), scope, "boolean");
            put(parts, body, scope, returns);
            if (parts.size() == 2) {
                List<Ingredient> both = List.copyOf(parts.values());
                guards.add(new Ingredients.Guard(both.getFirst(), both.getLast(), returns));
            }
        });
    }

    private void condition(Expression condition, Scope scope) {
        put(conditions, condition, scope, "boolean");
    }

    private static boolean isLambdaBody(ExpressionStmt statement) {
        return statement.getParentNode().filter(p -> p instanceof LambdaExpr).isPresent();
    }

    private static boolean isJunction(Expression expression) {
        return expression instanceof BinaryExpr b
                && (b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR);
    }

    /** A conjunction or disjunction is a condition, and so are its operands that are none themselves: those come by the walk. */
    private void junction(BinaryExpr junction, Scope scope) {
        condition(junction, scope);
        for (Expression operand : List.of(junction.getLeft(), junction.getRight())) {
            if (!isJunction(operand)) {
                condition(operand, scope);
            }
        }
    }

    private void expression(Expression expression, Scope scope, TypeGuess types) {
        switch (expression) {
            case IntegerLiteralExpr e ->
                SourceText.integer(e.getValue()).ifPresent(v -> integers.merge(v, 1, Integer::sum));
            case StringLiteralExpr e -> strings.merge(file.textOf(e), 1, Integer::sum);
            case CharLiteralExpr e -> characters.merge(file.textOf(e), 1, Integer::sum);
            case ConditionalExpr e when !isJunction(e.getCondition()) -> condition(e.getCondition(), scope);
            case BinaryExpr e when isJunction(e) -> junction(e, scope);
            case MethodCallExpr e -> call(e, scope, types);
            default -> {
                // no ingredient of its own
            }
        }
    }

    private void call(MethodCallExpr call, Scope scope, TypeGuess types) {
        int arity = call.getArguments().size();
        String name = call.getNameAsString();
        call.getScope().ifPresent(receiver -> {
            String type = types.of(receiver);
            String key = type.isEmpty() ? SourceText.flat(file.textOf(receiver)) : type;
            calls.computeIfAbsent(key + "/" + arity, k -> new TreeSet<>()).add(name);
            String suffix = SourceText.flat(file.text().substring(file.end(receiver), file.end(call)));
            boolean free =
                    call.getArguments().stream().allMatch(a -> needs(a, scope).isEmpty());
            if (free && suffix.length() <= 40 && suffix.startsWith(".")) {
                suffixes.putIfAbsent(
                        suffix + "/" + type, new Ingredient(suffix, file.line(call), List.of(), type, false));
            }
            if (arity == 1 && receiver instanceof NameExpr n && isTypeName(n.getNameAsString())) {
                String text = n.getNameAsString() + "." + name;
                String argument = types.of(call.getArgument(0));
                wrappers.putIfAbsent(
                        text + "/" + argument, new Ingredient(text, file.line(call), List.of(), argument, false));
            }
        });
    }

    private void put(Map<String, Ingredient> into, Node node, Scope scope, String type) {
        String text = SourceText.flat(file.textOf(node));
        if (text.length() > LONGEST || text.contains("->") || text.contains("{") || text.contains("//")) {
            return;
        }
        boolean usesThis = text.contains("this");
        into.putIfAbsent(
                text + "/" + file.line(node),
                new Ingredient(text, file.line(node), List.copyOf(needs(node, scope)), type, usesThis));
    }

    private static Collection<Variable> needs(Node node, Scope scope) {
        Map<String, Variable> needs = new LinkedHashMap<>();
        for (NameExpr name : node.findAll(NameExpr.class)) {
            String text = name.getNameAsString();
            scope.find(text).ifPresentOrElse(v -> needs.put(text, v), () -> {
                if (!isTypeName(text)) {
                    needs.put(text, new Variable(text, "?", Variable.Kind.FIELD, false));
                }
            });
        }
        return needs.values();
    }

    private static boolean isTypeName(String name) {
        return Character.isUpperCase(name.charAt(0));
    }
}
