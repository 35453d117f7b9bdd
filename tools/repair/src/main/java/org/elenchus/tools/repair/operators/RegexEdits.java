package org.elenchus.tools.repair.operators;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions: a class of characters for another that the file names, one more inside brackets, one for any character. */
final class RegexEdits {
    private static final Pattern NAMED = Pattern.compile("\\\\\\\\(?:[pP]\\{\\w+}|[dDsSwW])");
    private static final Pattern BRACKETS = Pattern.compile("(?<!\\\\)\\[(?:[^\\]\\\\]|\\\\\\\\.|\\\\.)+(?=])");
    private static final int CLASSES = 8;
    private static final int LONGEST = 400;

    private RegexEdits() {}

    static void offer(Site site, Expression expression) {
        if (!(expression instanceof StringLiteralExpr literal)
                || literal.getValue().length() > LONGEST) {
            return;
        }
        String text = site.text(literal);
        List<String> classes = new ArrayList<>(site.declared().characterClasses());
        if (classes.size() > CLASSES) {
            classes = classes.subList(0, CLASSES);
        }
        boolean regex = text.contains("[") || text.contains("\\\\") || text.contains("(");
        if (!regex) {
            return;
        }
        for (String known : classes) {
            Matcher named = NAMED.matcher(text);
            while (named.find()) {
                put(site, literal, text, named.start(), named.end(), known);
            }
            Matcher brackets = BRACKETS.matcher(text);
            while (brackets.find()) {
                put(site, literal, text, brackets.end(), brackets.end(), known);
            }
            for (int at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
                put(site, literal, text, at, at + 1, "[^" + known + "]");
            }
        }
    }

    private static void put(Site site, StringLiteralExpr literal, String text, int start, int end, String known) {
        String other = text.substring(0, start) + known + text.substring(end);
        site.replace(literal, other, Operator.STRING, Variant.CHARACTER_CLASS, "String", known);
    }
}
