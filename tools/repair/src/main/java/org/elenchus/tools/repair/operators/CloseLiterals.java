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
                .map(text -> Map.entry(text, site.file().distance(text, at)))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
