package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.Variable;

/** Calls of a method of the file exchanged for one that takes the same and one thing more, of which there is one in scope; those of like names first. */
final class LongerCalls {
    private static final int METHODS = 8;
    private static final int VARIABLES = 8;

    private LongerCalls() {}

    static void offer(Site site, Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            offer(site, call);
        }
    }

    private static void offer(Site site, MethodCallExpr call) {
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
                .sorted(Comparator.comparing(s -> !firstWord(s.name()).equals(firstWord(call.getNameAsString()))))
                .limit(METHODS)
                .forEach(s -> more(site, s.parameters().getLast())
                        .forEach(v -> site.splice(
                                start,
                                removed,
                                s.name() + arguments + ", " + v.name(),
                                Operator.METHOD,
                                Variant.OVERLOAD,
                                site.place().context(),
                                s.returns(),
                                s.name())));
    }

    /** What a method does, by its name: {@code validate} of {@code validateIndex}. */
    private static String firstWord(String name) {
        return name.split("(?=[A-Z])", 2)[0];
    }

    /** Variables of a type, constants last. */
    private static Stream<Variable> more(Site site, String type) {
        return site.scope().ofType(type).stream()
                .sorted(Comparator.comparing(v -> v.name().equals(v.name().toUpperCase(Locale.ROOT))))
                .limit(VARIABLES);
    }
}
