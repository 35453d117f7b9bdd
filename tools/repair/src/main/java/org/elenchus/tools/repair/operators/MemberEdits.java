package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.elenchus.tools.repair.syntax.Ingredient;
import org.elenchus.tools.repair.syntax.TypeGuess;

/** Values a repair may give to a field that has none, and arguments to an enum constant that has none. */
final class MemberEdits {
    private static final int VALUES = 16;

    private MemberEdits() {}

    static void offer(Site site) {
        switch (site.place().node()) {
            case FieldDeclaration field ->
                field.getVariables().stream()
                        .filter(v -> v.getInitializer().isEmpty())
                        .forEach(v -> value(site, v));
            case EnumConstantDeclaration constant when constant.getArguments().isEmpty() -> argument(site, constant);
            default -> {
                // no member, or one with a value
            }
        }
    }

    private static void value(Site site, VariableDeclarator variable) {
        String type = variable.getTypeAsString();
        values(site, type).stream()
                .filter(text -> !text.equals(variable.getNameAsString()))
                .limit(VALUES)
                .forEach(text -> put(site, site.file().end(variable), "", " = " + text, type, text));
    }

    /** What a field or variable of a type may begin with: constants of the file, then values of other fields, then the usual ones. */
    static List<String> values(Site site, String type) {
        Set<String> texts = new LinkedHashSet<>();
        site.declared().constants().forEach((name, of) -> {
            if (of.equals(type)) {
                texts.add(name);
            }
        });
        site.declared().values().stream()
                .filter(i -> i.type().equals(type) && !i.usesThis())
                .map(Ingredient::text)
                .forEach(texts::add);
        texts.addAll(usual(type));
        return List.copyOf(texts);
    }

    /** The values a type has of its own. */
    static List<String> usual(String type) {
        String raw = raw(type);
        return switch (raw) {
            case "String" -> List.of("\"\"");
            case "List", "Collection", "Iterable" -> List.of("new java.util.ArrayList<>()");
            case "Set" -> List.of("new java.util.HashSet<>()", "new java.util.LinkedHashSet<>()");
            case "Map" -> List.of("new java.util.HashMap<>()", "new java.util.LinkedHashMap<>()");
            case "boolean" -> List.of("true", "false");
            default -> TypeGuess.isNumeric(raw) ? List.of("1", "-1", "0") : List.of();
        };
    }

    static String raw(String type) {
        return type.indexOf('<') < 0 ? type : type.substring(0, type.indexOf('<'));
    }

    /** Its own name in small letters, its name as it stands, and what other constants are given. */
    private static void argument(Site site, EnumConstantDeclaration constant) {
        String name = constant.getNameAsString();
        Set<String> texts = new LinkedHashSet<>();
        texts.add("\"" + name.toLowerCase(Locale.ROOT) + "\"");
        texts.add("\"" + name + "\"");
        texts.add("\"" + name.toLowerCase(Locale.ROOT).replace('_', '-') + "\"");
        int start = site.file().end(constant.getName());
        String text = site.file().text();
        String empty = text.startsWith("()", start) ? "()" : "";
        for (String argument : texts) {
            put(site, start, empty, "(" + argument + ")", "String", argument);
        }
    }

    private static void put(Site site, int start, String removed, String inserted, String type, String ingredient) {
        site.splice(
                start,
                removed,
                inserted,
                Operator.ASSIGNMENT,
                Variant.MEMBER_VALUE,
                site.place().context(),
                type,
                ingredient);
    }
}
