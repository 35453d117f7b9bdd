package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.SourceText;

/** Integer, boolean, string and character literals. */
final class LiteralEdits {
    private static final int FILE_LITERALS = 12;
    private static final int NEAR_LITERALS = 60;
    private static final List<String> COMMON_CHARACTERS = List.of(
            "' '", "'-'", "'='", "','", "'.'", "'\"'", "'\\\\'", "'\\n'", "'\\r'", "'\\t'", "'0'", "'/'", "':'");

    private LiteralEdits() {}

    static void offer(Site site, Expression expression) {
        switch (expression) {
            case IntegerLiteralExpr e -> integer(site, e);
            case BooleanLiteralExpr e ->
                site.replace(
                        e,
                        Boolean.toString(!e.getValue()),
                        Operator.BOOLEAN,
                        e.getValue() ? Variant.TO_FALSE : Variant.TO_TRUE,
                        "boolean",
                        "");
            case StringLiteralExpr e -> string(site, e);
            case CharLiteralExpr e -> character(site, e);
            default -> {
                // no literal
            }
        }
    }

    private static void integer(Site site, IntegerLiteralExpr literal) {
        Node parent = literal.getParentNode().orElse(null);
        boolean negative = parent instanceof UnaryExpr u && u.getOperator() == UnaryExpr.Operator.MINUS;
        Node whole = negative && parent != null ? parent : literal;
        SourceText.integer(literal.getValue()).ifPresent(magnitude -> {
            long value = negative ? -magnitude : magnitude;
            put(site, whole, value, value + 1, Variant.MORE_BY_ONE);
            put(site, whole, value, value - 1, Variant.LESS_BY_ONE);
            if (mayForget(site, value)) {
                put(site, whole, value, 0, Variant.TO_ZERO);
                put(site, whole, value, 1, Variant.TO_ONE);
            }
            if (!site.breaking()) {
                put(site, whole, value, -1, Variant.TO_MINUS_ONE);
                known(site, value).forEach(known -> put(site, whole, value, known, Variant.FILE_LITERAL));
            }
        });
    }

    /** The file's integers: the smallest, then those closest in value. */
    private static Stream<Long> known(Site site, long value) {
        List<Long> all = List.copyOf(site.ingredients().integers().keySet());
        Stream<Long> close = all.stream().sorted(Comparator.comparingLong(k -> Math.abs(k - value)));
        return Stream.concat(all.stream().limit(FILE_LITERALS), close.limit(FILE_LITERALS))
                .distinct();
    }

    /** A mutation may forget a value only where a repair finds it again: next to 0 and 1, or elsewhere in the file. */
    private static boolean mayForget(Site site, long value) {
        return !site.breaking()
                || (value >= -1 && value <= 2)
                || site.ingredients().integers().headMap(value).size() < FILE_LITERALS
                        && site.ingredients().integers().getOrDefault(value, 0) > 1;
    }

    private static void put(Site site, Node whole, long from, long to, Variant variant) {
        if (from != to) {
            site.replace(whole, Long.toString(to), Operator.CONSTANT, variant, "int", Long.toString(to));
        }
    }

    private static void string(Site site, StringLiteralExpr literal) {
        String text = site.text(literal);
        Map<String, Integer> known = site.ingredients().strings();
        boolean recoverable = text.equals("\"\"") || known.getOrDefault(text, 0) > 1;
        if (site.breaking() && !recoverable) {
            return;
        }
        site.replace(literal, "\"\"", Operator.STRING, Variant.TO_EMPTY, "String", "\"\"");
        likely(site, known, literal, 4)
                .forEach(other -> site.replace(literal, other, Operator.STRING, Variant.FILE_LITERAL, "String", other));
    }

    private static void character(Site site, CharLiteralExpr literal) {
        String text = site.text(literal);
        Map<String, Integer> known = site.ingredients().characters();
        boolean recoverable = COMMON_CHARACTERS.contains(text) || known.getOrDefault(text, 0) > 1;
        if (site.breaking() && !recoverable) {
            return;
        }
        likely(site, known, literal, 3)
                .forEach(other -> site.replace(literal, other, Operator.STRING, Variant.FILE_LITERAL, "char", other));
        COMMON_CHARACTERS.stream()
                .limit(site.breaking() ? 2 : COMMON_CHARACTERS.size())
                .forEach(other ->
                        site.replace(literal, other, Operator.STRING, Variant.COMMON_CHARACTER, "char", other));
    }

    /** For a mutation the few most frequent ones; for a repair the close ones and the frequent ones in turn, then further close ones. */
    private static List<String> likely(Site site, Map<String, Integer> known, Node literal, int mutations) {
        List<String> frequent = frequent(known);
        if (site.breaking()) {
            return frequent.subList(0, Math.min(mutations, frequent.size()));
        }
        List<String> close = CloseLiterals.of(site, known, literal);
        Set<String> likely = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(FILE_LITERALS, close.size()); i++) {
            likely.add(close.get(i));
            likely.add(frequent.get(i));
        }
        close.stream().limit(NEAR_LITERALS).forEach(likely::add);
        return List.copyOf(likely);
    }

    /** Literals by falling frequency, then in source order: what is used often is the likelier ingredient. */
    private static List<String> frequent(Map<String, Integer> literals) {
        return literals.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
