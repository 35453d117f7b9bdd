package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.elenchus.tools.repair.syntax.Variable;

/** A value that holds only under a condition, and another otherwise: conditions by alternatives, the likelier both are, the earlier. */
final class ConditionalEdits {
    private static final int PRODUCT = 40;
    private static final int LONGEST = 160;
    private static final int VARIABLES = 4;
    private static final int KNOWN = 4;

    private ConditionalEdits() {}

    /** @param negated whether the value holds where the condition does not */
    private record When(String text, boolean negated, String subject) {}

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
        List<When> conditions = conditions(site, value);
        List<String> others = others(site, value, type);
        String text = site.text(value);
        for (int product = 1; product <= PRODUCT; product++) {
            for (int i = 1; i <= Math.min(product, conditions.size()); i++) {
                if (product % i == 0 && product / i <= others.size()) {
                    When when = conditions.get(i - 1);
                    String other = others.get(product / i - 1);
                    String chosen = when.negated() ? other + " : " + text : text + " : " + other;
                    site.replace(
                            value,
                            when.text() + " ? " + chosen,
                            Operator.TERNARY,
                            Variant.CONDITIONAL,
                            type,
                            when.subject());
                }
            }
        }
    }

    private static List<When> conditions(Site site, Expression value) {
        List<When> conditions = new ArrayList<>();
        Set<String> names = names(site, value);
        if (value instanceof BinaryExpr b && b.getOperator() != BinaryExpr.Operator.PLUS) {
            finite(site, names, conditions);
        }
        names.stream()
                .filter(n -> !TypeGuess.isPrimitive(
                        site.scope().find(n).map(Variable::type).orElse("")))
                .limit(VARIABLES)
                .forEach(n -> conditions.add(new When(n + " == null", true, n)));
        if (value instanceof MethodCallExpr call && !(value.getParentNode().orElse(null) instanceof AssignExpr)) {
            conditions.add(new When(site.text(call) + " != null", false, call.getNameAsString()));
        }
        value.findAll(MethodCallExpr.class, c -> c != value && c.getArguments().isEmpty()).stream()
                .limit(2)
                .forEach(c -> conditions.add(new When(site.text(c) + " == null", true, c.getNameAsString())));
        site.scope().variables().stream()
                .filter(v -> TypeGuess.isNumeric(v.type()) && v.kind() != Variable.Kind.FIELD)
                .limit(VARIABLES)
                .forEach(v -> conditions.add(new When(v.name() + " > 0", false, v.name())));
        return conditions;
    }

    /** Questions about single values that the file, or the type of floating numbers, knows: asked of one, and of all at once. */
    private static void finite(Site site, Set<String> names, List<When> conditions) {
        for (Ingredients.Signature s : site.ingredients().methods().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.returns().equals("boolean") && s.parameters().size() == 1)
                .limit(6)
                .toList()) {
            List<String> asked = names.stream()
                    .filter(n -> site.scope()
                            .find(n)
                            .filter(v -> v.type().equals(s.parameters().getFirst()))
                            .isPresent())
                    .map(n -> s.name() + "(" + n + ")")
                    .toList();
            if (asked.size() > 1) {
                conditions.add(new When(String.join(" && ", asked), true, s.name()));
                conditions.add(new When(String.join(" && ", asked), false, s.name()));
            }
            asked.forEach(a -> conditions.add(new When(a, true, s.name())));
        }
        names.stream()
                .filter(n -> site.scope()
                        .find(n)
                        .filter(v -> v.type().equals("double") || v.type().equals("float"))
                        .isPresent())
                .limit(2)
                .forEach(n -> conditions.addFirst(new When("Double.isFinite(" + n + ")", true, n)));
    }

    private static List<String> others(Site site, Expression value, String type) {
        Set<String> others = new LinkedHashSet<>();
        if (value instanceof BinaryExpr b) {
            others.addAll(ComparedCalls.of(site, b));
        }
        if (value instanceof MethodCallExpr call) {
            swapped(site, call).forEach(others::add);
        }
        ResultEdits.defaults(type).stream().limit(2).forEach(others::add);
        if (type.equals("String")) {
            others.add("\"\"");
        }
        if (!type.isEmpty() && !TypeGuess.isPrimitive(type)) {
            names(site, value).stream()
                    .limit(VARIABLES)
                    .filter(n -> !site.scope()
                            .find(n)
                            .map(v -> v.type().equals(type))
                            .orElse(false))
                    .forEach(n -> others.add("(" + type + ") " + n));
            MemberEdits.values(site, type).stream().limit(KNOWN).forEach(others::add);
        }
        if (value instanceof NameExpr) {
            site.scope().ofType(type).stream().limit(2).forEach(v -> others.add(v.name()));
        }
        if (TypeGuess.isNumeric(type)) {
            others.add("1");
        }
        returnedNearby(site, value).limit(KNOWN).forEach(others::add);
        others.remove(site.text(value));
        return List.copyOf(others);
    }

    /** What the same body returns elsewhere. */
    private static Stream<String> returnedNearby(Site site, Expression value) {
        Node body = site.place().method().node();
        return body.findAll(ReturnStmt.class).stream()
                .flatMap(r -> r.getExpression().stream())
                .filter(e -> e != value && !(e instanceof ConditionalExpr))
                .map(site::text)
                .filter(text -> text.length() <= 100 && text.indexOf('\n') < 0);
    }

    private static Stream<String> swapped(Site site, MethodCallExpr call) {
        List<Expression> arguments = call.getArguments();
        String name = call.getNameAsString();
        if (arguments.size() == 1 && call.getScope().isPresent()) {
            return Stream.of(site.text(arguments.getFirst()) + "." + name + "("
                    + site.text(call.getScope().get()) + ")");
        }
        if (arguments.size() == 2) {
            String receiver = call.getScope().map(s -> site.text(s) + ".").orElse("");
            return Stream.of(receiver + name + "(" + site.text(arguments.getLast()) + ", "
                    + site.text(arguments.getFirst()) + ")");
        }
        return Stream.empty();
    }

    private static Set<String> names(Site site, Expression value) {
        Set<String> names = new LinkedHashSet<>();
        value.findAll(NameExpr.class).forEach(n -> {
            if (site.scope().find(n.getNameAsString()).isPresent()) {
                names.add(n.getNameAsString());
            }
        });
        return names;
    }
}
