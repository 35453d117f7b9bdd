package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** Wrappers that are customary for values of a type, whatever the file holds. */
final class CustomaryWraps {
    private CustomaryWraps() {}

    /** @param operand the text, in parentheses where it must be to be called on */
    static void offer(Site site, Expression value, String type, String text, String operand) {
        String raw = MemberEdits.raw(type);
        if (type.equals("String")) {
            RepairWraps.put(
                    site,
                    value,
                    name(site, "java.util.regex.Pattern") + ".quote(" + text + ")",
                    Variant.STATIC_CALL,
                    type,
                    "quote");
            String lower = operand + ".toLowerCase(" + name(site, "java.util.Locale") + ".ROOT)";
            RepairWraps.put(site, value, lower, Variant.CALL_SUFFIX, type, "toLowerCase");
        }
        switch (raw) {
            case "List" -> copy(site, value, "ArrayList", text, raw);
            case "Set" -> copy(site, value, "LinkedHashSet", text, raw);
            case "Map" -> copy(site, value, "LinkedHashMap", text, raw);
            case "Collection" -> copy(site, value, "ArrayList", text, raw);
            default -> {
                // no customary copy
            }
        }
        if (!TypeGuess.isPrimitive(type) && value instanceof NameExpr) {
            String objects = name(site, "java.util.Objects");
            RepairWraps.put(
                    site,
                    value,
                    objects + ".requireNonNull(" + text + ", \"" + text + "\")",
                    Variant.STATIC_CALL,
                    type,
                    "requireNonNull");
            RepairWraps.put(
                    site,
                    value,
                    objects + ".requireNonNull(" + text + ")",
                    Variant.STATIC_CALL,
                    type,
                    "requireNonNull");
        }
    }

    private static void copy(Site site, Expression value, String copy, String text, String raw) {
        RepairWraps.put(
                site, value, "new " + name(site, "java.util." + copy) + "<>(" + text + ")", Variant.COPY, raw, copy);
    }

    /** The simple name where the file imports it, else the whole name. */
    static String name(Site site, String type) {
        String folder = type.substring(0, type.lastIndexOf('.'));
        String text = site.file().text();
        boolean imported = text.contains("import " + type + ";") || text.contains("import " + folder + ".*;");
        return imported ? type.substring(folder.length() + 1) : type;
    }
}
