package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Map;

/** Literals of the file, those that stand closest to a node first. */
final class CloseLiterals {
    private CloseLiterals() {}

    /** @param literals with quotes → how often; equally close ones stay in its order */
    static List<String> of(Site site, Map<String, Integer> literals, Node from) {
        int at = site.file().start(from);
        return literals.keySet().stream()
                .map(text -> Map.entry(text, distance(site.file().text(), text, at)))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int distance(String file, String text, int at) {
        int before = file.lastIndexOf(text, at - 1);
        int after = file.indexOf(text, at + 1);
        int back = before < 0 ? Integer.MAX_VALUE : at - before;
        return Math.min(back, after < 0 ? Integer.MAX_VALUE : after - at);
    }
}
