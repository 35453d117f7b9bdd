package org.elenchus.tools.mining.history.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A simple statement, or the head of a compound one.
 *
 * @param words its tokens, without comments
 */
record Unit(Kind kind, List<String> words) {
    enum Kind {
        IF,
        LOOP,
        RETURN,
        THROW,
        CATCH,
        FIELD,
        SIGNATURE,
        OTHER
    }

    private static final Pattern LITERAL = Pattern.compile("\\d.*|\\.\\d.*|\".*|'.*|true|false", Pattern.DOTALL);
    private static final Pattern TYPE_WORD = Pattern.compile("[A-Za-z_$][\\w$]*|[,.?&\\[\\]]");
    private static final Pattern EXCEPTION = Pattern.compile("\\w*(?:Exception|Error|Throwable)");
    private static final Set<String> BOUNDARY = Set.of("<", "<=", ">", ">=");
    private static final Set<String> LOGIC = Set.of("&&", "||", "!", "?", ":", "==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> BESIDE_LITERALS = Set.of("+", "-", ",");

    Unit {
        words = withoutTypeArguments(words);
    }

    /** Type arguments change nothing at run time, and their brackets look like comparisons. */
    private static List<String> withoutTypeArguments(List<String> words) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int end = words.get(i).equals("<") ? endOfTypes(words, i) : -1;
            if (end >= 0) {
                i = end;
            } else {
                rest.add(words.get(i));
            }
        }
        return List.copyOf(rest);
    }

    private static int endOfTypes(List<String> words, int start) {
        int depth = 0;
        for (int i = start; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("<")) {
                depth++;
            } else if (word.equals(">")) {
                if (--depth == 0) {
                    return i;
                }
            } else if (!TYPE_WORD.matcher(word).matches()) {
                return -1;
            }
        }
        return -1;
    }

    boolean asks() {
        return kind == Kind.IF;
    }

    /** What it takes to make this of another unit of the same kind. */
    Category changedFrom(Unit before) {
        int prefix = 0;
        int shorter = Math.min(words.size(), before.words.size());
        while (prefix < shorter && words.get(prefix).equals(before.words.get(prefix))) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix
                && words.get(words.size() - 1 - suffix).equals(before.words.get(before.words.size() - 1 - suffix))) {
            suffix++;
        }
        List<String> after = words.subList(prefix, words.size() - suffix);
        List<String> was = before.words.subList(prefix, before.words.size() - suffix);
        return category(Stream.concat(after.stream(), was.stream()).toList());
    }

    private Category category(List<String> changed) {
        if (kind == Kind.CATCH
                || kind == Kind.THROW
                        && changed.stream()
                                .anyMatch(word -> EXCEPTION.matcher(word).matches())) {
            return Category.EXCEPTION;
        }
        boolean plain = changed.stream().allMatch(word -> isPlain(word) || BESIDE_LITERALS.contains(word))
                && changed.stream().anyMatch(Unit::isPlain);
        if (plain) {
            return Category.LITERAL;
        }
        boolean logical = changed.stream().anyMatch(LOGIC::contains) || !words.contains("(");
        return switch (kind) {
            case IF, LOOP -> Category.CONDITION;
            case RETURN -> logical ? Category.CONDITION : Category.CALL;
            case THROW, CATCH, FIELD, OTHER -> Category.CALL;
            case SIGNATURE -> Category.RESTRUCTURING;
        };
    }

    private static boolean isPlain(String word) {
        return LITERAL.matcher(word).matches() || BOUNDARY.contains(word);
    }
}
