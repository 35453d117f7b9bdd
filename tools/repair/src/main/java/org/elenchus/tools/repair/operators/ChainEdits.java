package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A call made once more on what it returns, with another literal: {@code .append(x)} and {@code .append(']')}. */
final class ChainEdits {
    private static final List<String> CLOSING = List.of("[]", "()", "{}", "<>");
    private static final List<String> COMMON = List.of("\" \"", "\"-\"", "\"_\"", "\".\"", "\",\"");
    private static final int KNOWN = 8;
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)'");

    private ChainEdits() {}

    static void offer(Site site, Expression expression) {
        if (!(expression instanceof MethodCallExpr call)
                || call.getScope().isEmpty()
                || call.getArguments().isEmpty()
                || isContinued(call)) {
            return;
        }
        Expression first = call.getArgument(0);
        boolean builds =
                call.getNameAsString().equals("append") && call.getArguments().size() == 1;
        if (!builds && !first.isStringLiteralExpr() && !first.isCharLiteralExpr()) {
            return;
        }
        String rest = call.getArguments().stream()
                .skip(1)
                .map(a -> ", " + site.text(a))
                .collect(Collectors.joining());
        Set<String> literals = new LinkedHashSet<>();
        if (builds) {
            closing(site, literals);
        }
        literals.addAll(COMMON);
        CloseLiterals.of(site, site.ingredients().strings(), call).stream()
                .limit(KNOWN)
                .forEach(literals::add);
        literals.remove(site.text(first));
        int end = site.file().end(call);
        literals.forEach(literal -> site.splice(
                end,
                "",
                "." + call.getNameAsString() + "(" + literal + rest + ")",
                Operator.WRAP,
                Variant.REPEATED,
                site.place().context(),
                "String",
                literal));
    }

    /** What closes a bracket that the texts of the statement leave open. */
    private static void closing(Site site, Set<String> literals) {
        String texts = LITERAL.matcher(site.text(site.place().node()))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
        for (String pair : CLOSING) {
            long open = texts.chars().filter(c -> c == pair.charAt(0)).count();
            long closed = texts.chars().filter(c -> c == pair.charAt(1)).count();
            if (open > closed) {
                literals.add("\"" + pair.charAt(1) + "\"");
            }
        }
    }

    private static boolean isContinued(MethodCallExpr call) {
        return call.getParentNode()
                .filter(p -> p instanceof MethodCallExpr outer
                        && outer.getScope().filter(s -> s == call).isPresent())
                .isPresent();
    }
}
