package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

    /** Constants whose names end with the same word, then those that begin with it. */
    private static Stream<String> alike(Site site, String constant) {
        String first = constant.split("_", 2)[0];
        String last = constant.substring(constant.lastIndexOf('_') + 1);
        List<String> others = Stream.concat(
                        site.declared().constants().keySet().stream(),
                        site.surroundings().constants().keySet().stream())
                .filter(n -> !bare(n).equals(constant))
                .toList();
        return Stream.concat(
                        others.stream().filter(n -> ("_" + bare(n)).endsWith("_" + last)),
                        others.stream().filter(n -> (bare(n) + "_").startsWith(first + "_")))
                .distinct();
    }

    private static String bare(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
