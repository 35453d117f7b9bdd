package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elenchus.tools.repair.syntax.SourceText;

/** The same condition about another constant: one of the file, or of the package, whose name shares a word with it. */
final class TwinConditions {
    private static final int LONGEST = 100;
    private static final int TWINS = 6;

    private TwinConditions() {}

    static List<String> of(Site site, Expression condition) {
        String text = SourceText.flat(site.text(condition));
        Set<String> twins = new LinkedHashSet<>();
        if (text.length() > LONGEST) {
            return List.of();
        }
        for (NameExpr name : condition.findAll(NameExpr.class)) {
            String constant = name.getNameAsString();
            if (constant.length() > 2 && constant.equals(constant.toUpperCase(Locale.ROOT))) {
                int start = site.file().start(name) - site.file().start(condition);
                boolean flat = text.startsWith(constant, start);
                alike(site, constant)
                        .limit(TWINS)
                        .filter(other -> flat)
                        .forEach(other -> twins.add(
                                text.substring(0, start) + other + text.substring(start + constant.length())));
            }
        }
        return List.copyOf(twins);
    }

    private static Stream<String> alike(Site site, String constant) {
        Stream<String> own = site.declared().constants().keySet().stream();
        Stream<String> near = site.surroundings().constants().entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(n -> !n.endsWith("." + constant));
        return Stream.concat(own.filter(n -> !n.equals(constant)), near).filter(n -> shareAWord(n, constant));
    }

    private static boolean shareAWord(String name, String constant) {
        String bare = name.substring(name.indexOf('.') + 1);
        String last = bare.substring(bare.lastIndexOf('_') + 1);
        return constant.endsWith("_" + last) || constant.equals(last);
    }
}
