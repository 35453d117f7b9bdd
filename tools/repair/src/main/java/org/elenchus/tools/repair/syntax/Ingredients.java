package org.elenchus.tools.repair.syntax;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a file offers to build edits from, each list in source order.
 *
 * @param integers integer literals → how often
 * @param strings string literals with quotes → how often
 * @param characters character literals with quotes → how often
 * @param conditions conditions and the operands of their conjunctions and disjunctions
 * @param guards {@code if (condition) leave;}
 * @param statements simple statements: calls, assignments, increments; their type is their context's label
 * @param throwing {@code throw new …;} statements
 * @param returned returned expressions; their type is the method's return type
 * @param returnedCount text of a returned expression → how often
 * @param methods methods declared in the file by name
 * @param calls names of the methods called on a receiver: {@code receiver/arity} → names
 * @param suffixes call suffixes without variables, {@code .trim()}; their type is the receiver's
 * @param wrappers one-argument calls, {@code Type.name}; their type is the argument's
 * @param thrown simple names of exceptions created in throw statements → how often
 */
public record Ingredients(
        SortedMap<Long, Integer> integers,
        Map<String, Integer> strings,
        Map<String, Integer> characters,
        List<Ingredient> conditions,
        List<Guard> guards,
        List<Ingredient> statements,
        List<Ingredient> throwing,
        List<Ingredient> returned,
        Map<String, Integer> returnedCount,
        Map<String, List<Signature>> methods,
        Map<String, SortedSet<String>> calls,
        List<Ingredient> suffixes,
        List<Ingredient> wrappers,
        SortedMap<String, Integer> thrown) {

    /** A guard. @param returns type of the method it stands in */
    public record Guard(Ingredient condition, Ingredient body, String returns) {}

    /** A declared method. */
    public record Signature(String name, List<String> parameters, String returns, boolean isStatic) {
        public Signature {
            parameters = List.copyOf(parameters);
        }
    }

    /** Declared methods of a name and arity. */
    public List<Signature> declared(String name, int arity) {
        return methods.getOrDefault(name, List.of()).stream()
                .filter(s -> s.parameters().size() == arity)
                .toList();
    }
}
