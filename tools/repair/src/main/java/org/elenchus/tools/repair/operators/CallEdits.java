package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elenchus.tools.repair.syntax.Ingredients;
import org.elenchus.tools.repair.syntax.SourceText;

/** Method names exchanged: for a well-known counterpart, a method called on a like receiver, or one declared with the same signature. */
final class CallEdits {
    private static final int ALTERNATIVES = 8;

    /** As further repairs. */
    private static final int MORE = 40;

    private static final Map<String, List<String>> COUNTERPARTS = counterparts(
            "indexOf lastIndexOf",
            "startsWith endsWith contains",
            "toUpperCase toLowerCase",
            "min max",
            "floor ceil round",
            "equals equalsIgnoreCase",
            "containsKey containsValue",
            "keySet values entrySet",
            "first last",
            "getFirst getLast",
            "addFirst addLast",
            "removeFirst removeLast",
            "next previous",
            "hasNext hasPrevious",
            "push add",
            "peek pop poll",
            "floorKey ceilingKey",
            "higher lower",
            "isDigit isLetter isLetterOrDigit isWhitespace",
            "isUpperCase isLowerCase",
            "singletonList emptyList",
            "sqrt cbrt",
            "sin cos tan",
            "exp log",
            "print println",
            "length capacity",
            "append concat",
            "add addAll",
            "add remove",
            "isEmpty isBlank",
            "highestOneBit lowestOneBit",
            "toRadians toDegrees",
            "intValue longValue");

    private CallEdits() {}

    private static Map<String, List<String>> counterparts(String... groups) {
        Map<String, List<String>> byName = new TreeMap<>();
        for (String group : groups) {
            List<String> names = List.of(group.split(" ", -1));
            for (String name : names) {
                List<String> others = byName.computeIfAbsent(name, n -> new ArrayList<>());
                names.stream()
                        .filter(n -> !n.equals(name) && !others.contains(n))
                        .forEach(others::add);
            }
        }
        return byName;
    }

    static void offer(Site site, Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            Optional<Expression> receiver = call.getScope();
            if (receiver.isEmpty() || receiver.get() instanceof ThisExpr) {
                own(site, call);
            } else {
                foreign(site, call, receiver.get());
            }
        }
    }

    private static int alternatives(Site site) {
        return site.isFurther() ? MORE : ALTERNATIVES;
    }

    private static void own(Site site, MethodCallExpr call) {
        int arity = call.getArguments().size();
        List<Ingredients.Signature> candidates = site.ingredients().declared(call.getNameAsString(), arity);
        if (candidates.isEmpty()) {
            return;
        }
        Ingredients.Signature called = candidates.getFirst();
        site.ingredients().methods().values().stream()
                .flatMap(List::stream)
                .filter(s -> s.parameters().equals(called.parameters())
                        && s.returns().equals(called.returns()))
                .filter(s -> s.isStatic() == called.isStatic())
                .limit(alternatives(site))
                .forEach(s -> rename(site, call, s.name(), Variant.SAME_SIGNATURE, called.returns()));
    }

    private static void foreign(Site site, MethodCallExpr call, Expression receiver) {
        String name = call.getNameAsString();
        int arity = call.getArguments().size();
        COUNTERPARTS
                .getOrDefault(name, List.of())
                .forEach(other -> rename(site, call, other, Variant.KNOWN_PAIR, site.type(call)));
        String type = site.type(receiver);
        String key = (type.isEmpty() ? SourceText.flat(site.text(receiver)) : type) + "/" + arity;
        Iterable<String> siblings = site.ingredients().calls().getOrDefault(key, Collections.emptySortedSet());
        int offered = 0;
        for (String sibling : siblings) {
            boolean lost = site.breaking() && isLastUse(site, key, name);
            if (!lost && offered < alternatives(site) && compatible(call, name, sibling)) {
                rename(site, call, sibling, Variant.SIBLING_CALL, site.type(call));
                offered++;
            }
        }
    }

    /** A mutation keeps to methods that the file calls twice on like receivers, so that the name survives it. */
    private static boolean isLastUse(Site site, String key, String name) {
        String call = "." + name + "(";
        int first = site.file().text().indexOf(call);
        return !key.isEmpty() && first >= 0 && site.file().text().indexOf(call, first + 1) < 0;
    }

    /** Getter for getter, question for question: names that begin alike tend to have like types. */
    private static boolean compatible(MethodCallExpr call, String name, String sibling) {
        boolean valueIgnored = call.getParentNode()
                .filter(p -> p instanceof com.github.javaparser.ast.stmt.ExpressionStmt)
                .isPresent();
        return !name.equals(sibling) && (valueIgnored || prefix(name).equals(prefix(sibling)));
    }

    private static String prefix(String name) {
        int end = 0;
        while (end < name.length() && Character.isLowerCase(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    private static void rename(Site site, MethodCallExpr call, String to, Variant variant, String type) {
        site.replace(call.getName(), to, Operator.METHOD, variant, type, to);
    }
}
