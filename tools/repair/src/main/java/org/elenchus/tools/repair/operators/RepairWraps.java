package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.List;
import java.util.Set;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.TypeGuess;

/**
 * Wrappers a repair may put around any value that is read: first those customary for its type, then methods of the file, then what the file
 * puts around like values.
 */
final class RepairWraps {
    private static final int LONGEST = 400;
    private static final int OWN = 32;
    private static final int KNOWN = 8;
    private static final Set<String> LISTS = Set.of("asList", "subList", "toList");
    private static final Set<String> SETS = Set.of("keySet", "entrySet");

    private RepairWraps() {}

    static void offer(Site site, Expression value) {
        boolean isValue = value instanceof NameExpr n && !isTypeName(n)
                || value instanceof FieldAccessExpr
                || value instanceof MethodCallExpr
                || value instanceof ArrayAccessExpr
                || value instanceof CastExpr
                || value instanceof ObjectCreationExpr
                || value instanceof BinaryExpr b && isArithmetic(b);
        String text = site.text(value);
        if (value instanceof StringLiteralExpr) {
            own(site, value, "String", text);
            return;
        }
        if (!isValue || !isRead(value) || text.length() > LONGEST || text.contains("{")) {
            return;
        }
        String type = type(site, value);
        boolean binds = value instanceof BinaryExpr || value instanceof CastExpr;
        String operand = binds ? "(" + text + ")" : text;
        CustomaryWraps.offer(site, value, type, text, operand);
        own(site, value, type, text);
        known(site, value, site.ingredients().wrappers(), type, "(" + text + ")", Variant.STATIC_CALL);
        if (!type.isEmpty()) {
            site.nearest(
                            site.ingredients().suffixes().stream()
                                    .filter(s -> s.type().equals(type))
                                    .toList(),
                            KNOWN)
                    .forEach(s -> put(site, value, operand + s.text(), Variant.CALL_SUFFIX, type, s.text()));
        }
    }

    private static void own(Site site, Expression value, String type, String text) {
        site.ingredients().methods().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.parameters().equals(List.of(type))
                        && (s.returns().equals(type) || TypeGuess.isNumeric(s.returns()) && TypeGuess.isNumeric(type)))
                .limit(OWN)
                .forEach(s -> put(site, value, s.name() + "(" + text + ")", Variant.OWN_CALL, type, s.name()));
    }

    private static void known(
            Site site, Expression value, List<Ingredient> wrappers, String type, String arguments, Variant variant) {
        List<Ingredient> fitting = wrappers.stream()
                .filter(w -> w.type().equals(type) || w.type().isEmpty() || type.isEmpty())
                .toList();
        site.nearest(fitting, KNOWN).forEach(w -> put(site, value, w.text() + arguments, variant, type, w.text()));
    }

    private static String type(Site site, Expression value) {
        String type = site.type(value);
        if (type.isEmpty() && value instanceof MethodCallExpr call) {
            String name = call.getNameAsString();
            return LISTS.contains(name)
                    ? "List"
                    : SETS.contains(name) ? "Set" : name.equals("values") ? "Collection" : "";
        }
        return type;
    }

    private static boolean isTypeName(NameExpr name) {
        return Character.isUpperCase(name.getNameAsString().charAt(0))
                && name.getParentNode()
                        .filter(p -> p instanceof MethodCallExpr || p instanceof FieldAccessExpr)
                        .isPresent();
    }

    private static boolean isArithmetic(BinaryExpr b) {
        return switch (b.getOperator()) {
            case PLUS, MINUS, MULTIPLY, DIVIDE, REMAINDER, BINARY_AND, BINARY_OR, XOR, LEFT_SHIFT -> true;
            case SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> true;
            case AND, OR, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> false;
        };
    }

    static boolean isRead(Expression value) {
        Node parent = value.getParentNode().orElse(null);
        return switch (parent) {
            case AssignExpr a -> a.getTarget() != value;
            case UnaryExpr u -> u.getOperator() == UnaryExpr.Operator.MINUS;
            case ExpressionStmt s -> false;
            case FieldAccessExpr f -> false;
            case EnclosedExpr e -> false;
            case ArrayAccessExpr a -> a.getIndex() == value;
            case null -> false;
            default -> true;
        };
    }

    static void put(Site site, Expression value, String wrapped, Variant variant, String type, String name) {
        site.replace(value, SourceText.flat(wrapped), Operator.WRAP, variant, type, name);
    }
}
