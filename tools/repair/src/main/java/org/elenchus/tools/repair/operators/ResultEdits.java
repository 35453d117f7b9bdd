package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.ExpressionWalk;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.TypeGuess;
import org.elenchus.tools.repair.syntax.Variable;

/** Returned values, branches of conditional expressions, types of thrown exceptions. */
final class ResultEdits {
    private static final List<String> STANDARD = List.of(
            "IllegalArgumentException",
            "IllegalStateException",
            "NullPointerException",
            "UnsupportedOperationException",
            "IndexOutOfBoundsException");

    private static final int KNOWN = 60;
    private static final int NESTED = 8;

    private ResultEdits() {}

    static void offer(Site site) {
        for (Expression root : site.place().roots()) {
            ExpressionWalk.visit(root, e -> {
                if (e instanceof ConditionalExpr conditional) {
                    ternary(site, conditional);
                }
            });
        }
        switch (site.place().node()) {
            case ReturnStmt s -> s.getExpression().ifPresent(e -> returned(site, e));
            case ThrowStmt s when s.getExpression() instanceof ObjectCreationExpr created -> thrown(site, created);
            default -> {
                // no result
            }
        }
    }

    private static void ternary(Site site, ConditionalExpr c) {
        int start = site.file().start(c.getThenExpr());
        String removed = site.file().text().substring(start, site.file().end(c.getElseExpr()));
        String gap = site.file()
                .text()
                .substring(site.file().end(c.getThenExpr()), site.file().start(c.getElseExpr()));
        String inserted = site.text(c.getElseExpr()) + gap + site.text(c.getThenExpr());
        site.splice(
                start,
                removed,
                inserted,
                Operator.TERNARY,
                Variant.WHOLE,
                site.place().context(),
                site.type(c),
                "");
    }

    private static void returned(Site site, Expression value) {
        String type = site.place().method().returns();
        String text = SourceText.flat(site.text(value));
        boolean simple = value instanceof NameExpr || value instanceof LiteralExpr || value instanceof ThisExpr;
        boolean again = site.ingredients().returnedCount().getOrDefault(text, 0) > 1;
        if (type.equals("void") || site.breaking() && !simple && !again) {
            return;
        }
        defaults(type).forEach(d -> put(site, value, d, variantOf(d), type));
        site.scope().ofType(type).stream().limit(8).forEach(v -> put(site, value, v.name(), Variant.TO_VARIABLE, type));
        if (type.equals(site.place().method().type()) && !site.place().method().isStatic()) {
            put(site, value, "this", Variant.WHOLE, type);
        }
        if (!site.breaking()) {
            List<Ingredient> known = site.ingredients().returned().stream()
                    .filter(i -> i.type().equals(type) || TypeGuess.isNumeric(i.type()) && TypeGuess.isNumeric(type))
                    .toList();
            site.nearestByName(known, KNOWN).forEach(i -> put(site, value, i.text(), Variant.KNOWN_RESULT, type));
        }
    }

    private static void put(Site site, Expression value, String text, Variant variant, String type) {
        site.replace(value, text, Operator.RETURN_VALUE, variant, type, text);
    }

    /** The values a method of this type returns when it has nothing to say. */
    static List<String> defaults(String type) {
        if (type.equals("boolean")) {
            return List.of("false", "true");
        }
        if (TypeGuess.isNumeric(type)) {
            return List.of("0", "-1", "1");
        }
        if (type.equals("String")) {
            return List.of("null", "\"\"");
        }
        return TypeGuess.isPrimitive(type) ? List.of() : List.of("null");
    }

    static Variant variantOf(String value) {
        return switch (value) {
            case "true" -> Variant.TO_TRUE;
            case "false" -> Variant.TO_FALSE;
            case "0" -> Variant.TO_ZERO;
            case "1" -> Variant.TO_ONE;
            case "-1" -> Variant.TO_MINUS_ONE;
            case "null" -> Variant.TO_NULL;
            case "\"\"" -> Variant.TO_EMPTY;
            default -> Variant.KNOWN_RESULT;
        };
    }

    /** Names of variables of a type, parameters before fields, as texts to return. */
    static Stream<String> variables(Site site, String type) {
        return site.scope().ofType(type).stream()
                .filter(v -> v.kind() != Variable.Kind.FIELD || !v.isFinal())
                .map(Variable::name);
    }

    private static void thrown(Site site, ObjectCreationExpr created) {
        String type = created.getTypeAsString();
        boolean recoverable =
                STANDARD.contains(type) || site.ingredients().thrown().getOrDefault(type, 0) > 1;
        if (site.breaking() && !(recoverable && takesMessage(site, created))) {
            return;
        }
        site.ingredients().thrown().keySet().forEach(other -> exception(site, created, other, Variant.FILE_EXCEPTION));
        STANDARD.forEach(other -> exception(site, created, other, Variant.STANDARD_EXCEPTION));
    }

    /** Objects of nested classes that a repair may return. */
    static void further(Site site) {
        if (site.place().node() instanceof ReturnStmt s
                && !TypeGuess.isPrimitive(site.place().method().returns())) {
            s.getExpression()
                    .ifPresent(e -> site.declared().nested().stream()
                            .limit(NESTED)
                            .forEach(c -> put(
                                    site,
                                    e,
                                    "new " + c + "()",
                                    Variant.CREATION,
                                    site.place().method().returns())));
        }
    }

    /** Whether any exception could be created so: with nothing, or with a message. */
    private static boolean takesMessage(Site site, ObjectCreationExpr created) {
        return created.getArguments().stream().allMatch(a -> site.type(a).equals("String"))
                && created.getArguments().size() <= 1;
    }

    private static void exception(Site site, ObjectCreationExpr created, String to, Variant variant) {
        site.replace(created.getType(), to, Operator.EXCEPTION, variant, "", to);
    }
}
