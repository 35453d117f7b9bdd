package org.elenchus.tools.repair.syntax;

import java.util.List;

/**
 * A piece of source text that may be used elsewhere in its file.
 *
 * @param text the text, on one line
 * @param line where it was found
 * @param needs the variables it reads or writes, as declared where it was found
 * @param type guessed type of an expression, or the exception a throw creates; empty where unknown
 * @param usesThis whether it needs an instance
 */
public record Ingredient(String text, int line, List<Variable> needs, String type, boolean usesThis) {
    public Ingredient {
        needs = List.copyOf(needs);
    }

    /** How variables must agree: in type; in type, but any number does for another; in name alone. */
    public enum Fit {
        TYPES,
        NUMBERS,
        NAMES
    }

    /** Whether every variable it needs is visible. */
    public boolean fits(Scope scope, Method method, Fit fit) {
        if (usesThis && method.isStatic()) {
            return false;
        }
        for (Variable need : needs) {
            // a name nobody declares in the file is an inherited field, which fits anywhere in the file
            boolean inherited = need.type().equals("?");
            boolean fits = scope.find(need.name())
                    .map(v -> v.type().equals(need.type())
                            || fit == Fit.NAMES
                            || fit == Fit.NUMBERS && TypeGuess.isNumeric(v.type()) && TypeGuess.isNumeric(need.type()))
                    .orElse(inherited);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
