package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.List;
import java.util.Set;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** Calls around a value added ({@code x} → {@code x.trim()}, {@code copyOf(x)}) and removed. */
final class WrapEdits {
    private static final Set<String> KEEPS_STRING = Set.of(
            "trim", "toLowerCase", "toUpperCase", "strip", "intern", "toString", "stripLeading", "stripTrailing");
    private static final Set<String> KEEPS_ARGUMENT = Set.of(
            "requireNonNull",
            "abs",
            "unmodifiableList",
            "unmodifiableSet",
            "unmodifiableMap",
            "unmodifiableCollection");

    private WrapEdits() {}

    static void offer(Site site, Expression expression) {
        switch (expression) {
            case MethodCallExpr call -> {
                unwrap(site, call);
                wrap(site, call);
            }
            case NameExpr name -> wrap(site, name);
            case FieldAccessExpr field -> wrap(site, field);
            case ObjectCreationExpr creation -> unwrapCopy(site, creation);
            default -> {
                // only named values are wrapped
            }
        }
    }

    private static void unwrap(Site site, MethodCallExpr call) {
        if (call.getParentNode().filter(p -> p instanceof ExpressionStmt).isPresent()) {
            return;
        }
        String name = call.getNameAsString();
        int arity = call.getArguments().size();
        call.getScope().ifPresent(receiver -> {
            boolean typeName = receiver instanceof NameExpr n
                    && site.scope().find(n.getNameAsString()).isEmpty();
            if (!typeName && keepsReceiver(site, call, receiver)) {
                String type = site.type(receiver);
                site.replace(call, site.text(receiver), Operator.UNWRAP, Variant.CALL_SUFFIX, type, name);
            }
            if (typeName && arity >= 1 && (KEEPS_ARGUMENT.contains(name) || !site.breaking() && arity == 1)) {
                Expression argument = call.getArgument(0);
                site.replace(
                        call, site.text(argument), Operator.UNWRAP, Variant.STATIC_CALL, site.type(argument), name);
            }
        });
        if (call.getScope().isEmpty() && arity == 1) {
            Expression argument = call.getArgument(0);
            String type = site.type(argument);
            if (!type.isEmpty() && type.equals(site.type(call))) {
                site.replace(call, site.text(argument), Operator.UNWRAP, Variant.OWN_CALL, type, name);
            }
        }
    }

    private static boolean keepsReceiver(Site site, MethodCallExpr call, Expression receiver) {
        String name = call.getNameAsString();
        String type = site.type(receiver);
        if (!site.breaking()) {
            String result = site.type(call);
            return type.isEmpty() || result.isEmpty() || type.equals(result);
        }
        boolean sameString = KEEPS_STRING.contains(name)
                && (type.equals("String") || name.startsWith("to"))
                && !(name.equals("toString") && !type.equals("String"));
        return sameString || (name.equals("clone") && type.endsWith("[]"));
    }

    private static void unwrapCopy(Site site, ObjectCreationExpr creation) {
        if (creation.getArguments().size() == 1
                && OperandType.of(creation.getTypeAsString()) == OperandType.COLLECTION) {
            Expression argument = creation.getArgument(0);
            if (OperandType.of(site.type(argument)) == OperandType.COLLECTION) {
                site.replace(
                        creation,
                        site.text(argument),
                        Operator.UNWRAP,
                        Variant.COPY,
                        site.type(argument),
                        creation.getTypeAsString());
            }
        }
    }

    private static void wrap(Site site, Expression value) {
        String type = site.type(value);
        if (!isRead(site, value) || type.isEmpty()) {
            return;
        }
        String text = site.text(value);
        for (Ingredient suffix : site.ingredients().suffixes()) {
            String name = suffix.text().substring(1, suffix.text().indexOf('('));
            boolean keeps =
                    KEEPS_STRING.contains(name) && type.equals("String") || name.equals("clone") && type.endsWith("[]");
            if (keeps && suffix.type().isEmpty() || keeps && suffix.type().equals(type)) {
                put(site, value, text + suffix.text(), Variant.CALL_SUFFIX, type, name);
            }
        }
        site.ingredients().methods().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.parameters().equals(List.of(type)) && s.returns().equals(type))
                .limit(6)
                .forEach(s -> put(site, value, s.name() + "(" + text + ")", Variant.OWN_CALL, type, s.name()));
        wrappers(site, value, type, text);
    }

    private static void wrappers(Site site, Expression value, String type, String text) {
        if (type.equals("String")) {
            put(site, value, text + ".trim()", Variant.CALL_SUFFIX, type, "trim");
            put(site, value, text + ".toLowerCase()", Variant.CALL_SUFFIX, type, "toLowerCase");
            put(site, value, text + ".toUpperCase()", Variant.CALL_SUFFIX, type, "toUpperCase");
        } else if (TypeGuess.isNumeric(type)) {
            put(site, value, "Math.abs(" + text + ")", Variant.STATIC_CALL, type, "abs");
        } else if (type.endsWith("[]")) {
            put(site, value, text + ".clone()", Variant.CALL_SUFFIX, type, "clone");
        }
        if (site.breaking()) {
            return;
        }
        for (Ingredient wrapper : site.ingredients().wrappers()) {
            boolean plausible = wrapper.type().isEmpty() || wrapper.type().equals(type);
            if (plausible && !text.startsWith(wrapper.text())) {
                put(site, value, wrapper.text() + "(" + text + ")", Variant.STATIC_CALL, type, wrapper.text());
            }
        }
        copies(site, value, type, text);
    }

    private static void copies(Site site, Expression value, String type, String text) {
        String raw = type.indexOf('<') < 0 ? type : type.substring(0, type.indexOf('<'));
        switch (raw) {
            case "List" -> put(site, value, "new ArrayList<>(" + text + ")", Variant.COPY, type, "ArrayList");
            case "Set" -> put(site, value, "new HashSet<>(" + text + ")", Variant.COPY, type, "HashSet");
            case "Map" -> put(site, value, "new HashMap<>(" + text + ")", Variant.COPY, type, "HashMap");
            default -> {
                // no customary copy
            }
        }
        if (!TypeGuess.isPrimitive(type) && site.file().text().contains("import java.util.Objects;")) {
            put(site, value, "Objects.requireNonNull(" + text + ")", Variant.STATIC_CALL, type, "requireNonNull");
        }
        boolean views = List.of("List", "Set", "Map", "Collection").contains(raw);
        if (views && site.file().text().contains("import java.util.Collections;")) {
            String name = "unmodifiable" + raw;
            put(site, value, "Collections." + name + "(" + text + ")", Variant.STATIC_CALL, type, name);
        }
    }

    private static void put(Site site, Expression value, String wrapped, Variant variant, String type, String name) {
        site.replace(value, SourceText.flat(wrapped), Operator.WRAP, variant, type, name);
    }

    /** A value being read, not the target of an assignment, not a whole statement, not compared with null. */
    private static boolean isRead(Site site, Expression value) {
        Node parent = value.getParentNode().orElse(null);
        return switch (parent) {
            case AssignExpr a -> a.getTarget() != value;
            case UnaryExpr u -> u.getOperator() == UnaryExpr.Operator.MINUS;
            case ExpressionStmt s -> false;
            case FieldAccessExpr f -> false;
            case BinaryExpr b ->
                !site.text(b.getRight()).equals("null")
                        && !site.text(b.getLeft()).equals("null");
            case null -> false;
            default -> true;
        };
    }
}
