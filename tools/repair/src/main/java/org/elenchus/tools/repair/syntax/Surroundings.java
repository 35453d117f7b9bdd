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

    /** The same, where nothing was read before. */
    public static Surroundings of(String path, String own, Collection<String> paths, UnaryOperator<String> text) {
        return of(path, own, paths, text, new Outlines(0));
    }

    /**
     * @param path of the file
     * @param paths of all files of the project, ascending
     * @param text of a file by its path
     * @param outlines of files that were read before
     */
    public static Surroundings of(
            String path, String own, Collection<String> paths, UnaryOperator<String> text, Outlines outlines) {
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
                Outline outline = outlines.of(text.apply(other));
                outline.methods().stream()
                        .filter(Ingredients.Signature::isStatic)
                        .forEach(s -> calls.add(
                                new Ingredients.Signature(type + "." + s.name(), s.parameters(), s.returns(), true)));
                outline.constants().forEach((name, of) -> constants.put(type + "." + name, of));
            }
        }
        return new Surroundings(
                List.copyOf(calls), inherited(own, paths, text, outlines), Collections.unmodifiableMap(constants));
    }

    private static List<Ingredients.Signature> inherited(
            String own, Collection<String> paths, UnaryOperator<String> text, Outlines outlines) {
        List<Ingredients.Signature> inherited = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(outlines.of(own).ancestors());
        List<String> open = new ArrayList<>(known);
        for (int i = 0; i < Math.min(ANCESTORS, open.size()); i++) {
            String file = "/" + open.get(i) + ".java";
            for (String path : paths) {
                if (path.endsWith(file)) {
                    Outline outline = outlines.of(text.apply(path));
                    inherited.addAll(outline.methods());
                    outline.ancestors().stream().filter(known::add).forEach(open::add);
                }
            }
        }
        return List.copyOf(inherited);
    }

    private static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }
}
