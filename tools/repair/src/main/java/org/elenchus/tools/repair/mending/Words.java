package org.elenchus.tools.repair.mending;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names, literals and signs of a text, counted. */
final class Words {
    private static final Pattern WORD = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.){1,6}+'|\\w++|[^\\s\\w(){};,]");

    private Words() {}

    /** Adds {@code times} for each word of the text that is no comment. */
    static void count(String text, Map<String, Integer> into, int times) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            if (!word.startsWith("//") && !word.startsWith("/*") && !word.equals("final")) {
                into.merge(word, times, Integer::sum);
            }
        }
    }

    static int size(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Math::abs).sum();
    }
}
