package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.List;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.SourceText;
import org.elenchus.tools.repair.syntax.TypeGuess;

/**
 * Arguments and receivers a repair may exchange: an argument for a variable of its type, for null, for nothing or for one more; a whole list
 * for one the file gives to a method of that name (so another overload is called); the receiver left out; identity for equality.
 */
final class ArgumentEdits {
    private static final int LISTS = 8;
    private static final int VARIABLES = 4;

    private ArgumentEdits() {}

    static void offer(Site site, Expression expression) {
        switch (expression) {
            case MethodCallExpr call -> {
                receiver(site, call);
                longer(site, call);
                arguments(site, call.getNameAsString(), call.getArguments());
                if (call.getArguments().isEmpty()) {
                    first(site, call);
                }
            }
            case ObjectCreationExpr creation ->
                arguments(site, creation.getType().getNameAsString(), creation.getArguments());
            case BinaryExpr b -> equality(site, b);
            default -> {
                // nothing is passed
            }
        }
    }

    private static void arguments(Site site, String name, NodeList<Expression> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        int start = site.file().start(arguments.get(0));
        int end = site.file().end(arguments.get(arguments.size() - 1));
        String whole = site.file().text().substring(start, end);
        List<Ingredient> lists = site.ingredients().argumentLists().getOrDefault(name, List.of());
        site.nearest(lists, LISTS).forEach(list -> put(site, start, whole, list.text(), list.text()));
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            String type = site.type(argument);
            boolean named = argument instanceof NameExpr;
            if (!named && !type.isEmpty()) {
                site.scope().ofType(type).stream()
                        .limit(VARIABLES)
                        .forEach(v -> site.replace(
                                argument, v.name(), Operator.VARIABLE, ReferenceEdits.kind(v), type, v.name()));
            }
            if (!(argument instanceof NullLiteralExpr) && !TypeGuess.isPrimitive(type)) {
                site.replace(argument, "null", Operator.VARIABLE, Variant.TO_NULL, type, "null");
            }
            if (arguments.size() > 1) {
                int from = i == 0 ? start : site.file().end(arguments.get(i - 1));
                int to = i == 0
                        ? site.file().start(arguments.get(1))
                        : site.file().end(argument);
                put(site, from, site.file().text().substring(from, to), "", "");
            }
        }
        site.scope().variables().stream()
                .filter(v -> !v.type().isEmpty())
                .limit(2L * VARIABLES)
                .forEach(v -> put(site, end, "", ", " + v.name(), v.name()));
    }

    /** Argument lists for a call that has none. */
    private static void first(Site site, MethodCallExpr call) {
        String name = call.getNameAsString();
        int at = site.file().end(call) - 1;
        site.nearest(site.ingredients().argumentLists().getOrDefault(name, List.of()), LISTS)
                .forEach(list -> put(site, at, "", list.text(), list.text()));
        if (name.equals("toLowerCase") || name.equals("toUpperCase")) {
            String locale = site.file().text().contains("import java.util.Locale;") ? "Locale" : "java.util.Locale";
            put(site, at, "", locale + ".ROOT", "Locale");
            put(site, at, "", locale + ".ENGLISH", "Locale");
        }
    }

    /** A method of the file that takes what this one takes and one thing more, of which there is one in scope. */
    private static void longer(Site site, MethodCallExpr call) {
        int given = call.getArguments().size();
        List<Ingredients.Signature> called = site.ingredients().declared(call.getNameAsString(), given);
        if (call.getScope().filter(s -> !(s instanceof ThisExpr)).isPresent() || called.isEmpty() || given == 0) {
            return;
        }
        boolean ignored =
                call.getParentNode().filter(p -> p instanceof ExpressionStmt).isPresent();
        List<String> types = called.getFirst().parameters();
        int start = site.file().start(call.getName());
        int end = site.file().end(call) - 1;
        String removed = site.file().text().substring(start, end);
        String arguments = removed.substring(call.getNameAsString().length());
        site.ingredients().methods().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.parameters().size() == given + 1
                        && s.parameters().subList(0, given).equals(types)
                        && (ignored || s.returns().equals(called.getFirst().returns())))
                .limit(LISTS)
                .forEach(s -> site.scope().ofType(s.parameters().getLast()).stream()
                        .limit(VARIABLES)
                        .forEach(v -> put(site, start, removed, s.name() + arguments + ", " + v.name(), s.name())));
    }

    private static void put(Site site, int start, String removed, String inserted, String ingredient) {
        site.splice(
                start,
                removed,
                inserted,
                Operator.METHOD,
                Variant.OVERLOAD,
                site.place().context(),
                "",
                ingredient);
    }

    private static void receiver(Site site, MethodCallExpr call) {
        call.getScope().ifPresent(receiver -> {
            int start = site.file().start(call);
            int name = site.file().start(call.getName());
            String removed = site.file().text().substring(start, name);
            if (!(receiver instanceof ThisExpr)) {
                site.splice(
                        start,
                        removed,
                        "",
                        Operator.METHOD,
                        Variant.RECEIVER,
                        site.place().context(),
                        "",
                        "");
            }
            if (receiver instanceof ThisExpr || receiver instanceof SuperExpr) {
                String other = receiver instanceof SuperExpr ? "this." : "super.";
                site.splice(
                        start,
                        removed,
                        other,
                        Operator.METHOD,
                        Variant.RECEIVER,
                        site.place().context(),
                        "",
                        "");
            }
        });
    }

    private static void equality(Site site, BinaryExpr b) {
        boolean equals = b.getOperator() == BinaryExpr.Operator.EQUALS;
        boolean compares = equals || b.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
        boolean nothing = b.getLeft() instanceof NullLiteralExpr || b.getRight() instanceof NullLiteralExpr;
        String type = site.type(b.getLeft());
        if (compares && !nothing && !TypeGuess.isPrimitive(type) && !TypeGuess.isPrimitive(site.type(b.getRight()))) {
            String not = equals ? "" : "!";
            String left = SourceText.flat(site.text(b.getLeft()));
            String right = SourceText.flat(site.text(b.getRight()));
            String objects = site.file().text().contains("import java.util.Objects;") ? "Objects" : "java.util.Objects";
            put(site, b, not + objects + ".equals(" + left + ", " + right + ")", type);
            put(site, b, not + left + ".equals(" + right + ")", type);
        }
    }

    private static void put(Site site, BinaryExpr b, String text, String type) {
        site.replace(b, text, Operator.METHOD, Variant.EQUALS, type, "equals");
    }
}
