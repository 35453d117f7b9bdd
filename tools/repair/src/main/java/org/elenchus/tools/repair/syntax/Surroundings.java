package org.elenchus.tools.repair.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the other files of a file's package and the classes it extends offer by name, read from their text without parsing.
 *
 * @param calls static methods of the package, {@code Type.name}, in order of type and place
 * @param inherited methods of the classes it extends that are in the project
 * @param constants constants of the package, {@code Type.NAME} → type
 */
public record Surroundings(
        List<Ingredients.Signature> calls, List<Ingredients.Signature> inherited, Map<String, String> constants) {
    /** Nothing beside the file itself. */
    public static final Surroundings NONE = new Surroundings(List.of(), List.of(), Map.of());

    private static final int FILES = 150;
    private static final int ANCESTORS = 6;
    private static final Pattern METHOD = Pattern.compile(
            "(?m)^ {2,8}((?:(?:public|protected|static|final|synchronized) ++)*+)(?:<[^>\\n]*> ++)?([\\w.]+(?:<[^(\\n;=]*>)?(?:\\[])*) ++(\\w+)\\(([^()]{0,300})\\)[^;{=]{0,200}\\{");
    private static final Pattern CONSTANT = Pattern.compile(
            "(?m)^ {2,8}(?:(?:public|static|final) ++){2,3}([\\w.]+(?:\\[])*) ++([A-Z][A-Z0-9_]*+) *+=");
    private static final Pattern EXTENDS = Pattern.compile("\\bclass \\w+[^{;]*?\\bextends (\\w+)");

    /**
     * @param path of the file
     * @param paths of all files of the project, ascending
     * @param text of a file by its path
     */
    public static Surroundings of(String path, String own, Collection<String> paths, UnaryOperator<String> text) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        List<Ingredients.Signature> calls = new ArrayList<>();
        Map<String, String> constants = new TreeMap<>();
        int read = 0;
        for (String other : paths) {
            boolean neighbour = other.startsWith(folder)
                    && other.indexOf('/', folder.length()) < 0
                    && other.endsWith(".java")
                    && !other.equals(path);
            if (neighbour && read++ < FILES) {
                String type = simpleName(other);
                String source = text.apply(other);
                methods(source).stream()
                        .filter(Ingredients.Signature::isStatic)
                        .forEach(s -> calls.add(
                                new Ingredients.Signature(type + "." + s.name(), s.parameters(), s.returns(), true)));
                Matcher constant = CONSTANT.matcher(source);
                while (constant.find()) {
                    constants.put(type + "." + constant.group(2), constant.group(1));
                }
            }
        }
        return new Surroundings(
                List.copyOf(calls), inherited(own, paths, text), Collections.unmodifiableMap(constants));
    }

    private static List<Ingredients.Signature> inherited(
            String own, Collection<String> paths, UnaryOperator<String> text) {
        List<Ingredients.Signature> inherited = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(ancestors(own));
        List<String> open = new ArrayList<>(known);
        for (int i = 0; i < Math.min(ANCESTORS, open.size()); i++) {
            String file = "/" + open.get(i) + ".java";
            for (String path : paths) {
                if (path.endsWith(file)) {
                    String source = text.apply(path);
                    inherited.addAll(methods(source));
                    ancestors(source).stream().filter(known::add).forEach(open::add);
                }
            }
        }
        return List.copyOf(inherited);
    }

    private static List<String> ancestors(String source) {
        List<String> names = new ArrayList<>();
        Matcher matcher = EXTENDS.matcher(source);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static List<Ingredients.Signature> methods(String source) {
        List<Ingredients.Signature> methods = new ArrayList<>();
        Matcher matcher = METHOD.matcher(source);
        while (matcher.find()) {
            String returns = matcher.group(2);
            if (!returns.equals("return") && !returns.equals("new") && !returns.equals("else")) {
                methods.add(new Ingredients.Signature(
                        matcher.group(3),
                        parameters(matcher.group(4)),
                        returns,
                        matcher.group(1).contains("static")));
            }
        }
        return methods;
    }

    /** Types of a parameter list; a generic type that holds commas is left as one. */
    private static List<String> parameters(String list) {
        List<String> types = new ArrayList<>();
        int depth = 0;
        StringBuilder one = new StringBuilder();
        for (char c : (list + ",").toCharArray()) {
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                String parameter = one.toString().strip().replaceFirst("^(?:@\\w+ +)*(?:final +)?", "");
                int name = parameter.lastIndexOf(' ');
                if (name > 0) {
                    types.add(parameter.substring(0, name).strip().replace("...", "[]"));
                }
                one.setLength(0);
            } else {
                one.append(c);
            }
        }
        return List.copyOf(types);
    }

    private static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }
}
