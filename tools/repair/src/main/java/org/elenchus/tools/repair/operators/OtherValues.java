package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** What may stand for a value where it does not hold, the likeliest first. */
final class OtherValues {
    private static final int VARIABLES = 4;

    private OtherValues() {}

    static List<String> of(Site site, Expression value, String type) {
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
            ValueConditions.names(site, value).stream()
                    .limit(VARIABLES)
                    .filter(n -> !site.scope()
                            .find(n)
                            .map(v -> v.type().equals(type))
                            .orElse(false))
                    .forEach(n -> others.add("(" + type + ") " + n));
        }
        if (TypeGuess.isNumeric(type)) {
            others.add("1");
        }
        others.remove(site.text(value));
        return List.copyOf(others);
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
}
