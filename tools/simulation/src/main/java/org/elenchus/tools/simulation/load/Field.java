package org.elenchus.tools.simulation.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.TextEdit;

/**
 * What there is to break and to mend: one source file with a site per line, whole as an {@code x} and broken as the letter of the operator
 * that broke it. Mending by an operator undoes that operator and turns any other letter into yet another one. One test looks at the sites;
 * a second never fails.
 */
final class Field {
    static final int SITES = 30;
    static final List<String> OPERATORS =
            List.of("negate", "swap", "drop", "widen", "narrow", "repeat", "delay", "forget");
    static final String PATH = "org/example/Main.java";
    static final TestId LOOKS = TestId.parse("org.example.MainTest#looks()");
    static final TestId STANDS = TestId.parse("org.example.MainTest#stands()");

    private static final String WHOLE = "x";
    private static final String HEAD = "class Main {\n";
    private static final String BEFORE = "    int site%02d = ";
    private static final int BEFORE_LENGTH = site(0).length();
    private static final int LINE_LENGTH = BEFORE_LENGTH + ";".length() + WHOLE.length() + "\n".length();

    static final String SOURCE = source();

    /** One in so many breaks shows in no test. */
    private static final int HARMLESS = 5;

    private Field() {}

    private static String site(int number) {
        return String.format(Locale.ROOT, BEFORE, number);
    }

    private static String source() {
        StringBuilder text = new StringBuilder(HEAD);
        IntStream.range(0, SITES)
                .forEach(i -> text.append(site(i)).append(WHOLE).append(";\n"));
        return text.append("}\n").toString();
    }

    static RepositorySummary summary(RepositoryCoordinate coordinate) {
        Digest snapshot = Digest.of(coordinate.value());
        return new RepositorySummary(coordinate, snapshot, Digest.of("tests"), 2, SITES, SITES, List.of());
    }

    static String symbol(int site) {
        return site(site).strip().replace("int ", "Main.").replace(" =", "");
    }

    /** From 1. */
    static int line(int site) {
        return site + 2;
    }

    private static int offset(int site) {
        return HEAD.length() + site * LINE_LENGTH + BEFORE_LENGTH;
    }

    static TextEdit breaking(int site, int operator) {
        return new TextEdit(PATH, offset(site), WHOLE, letter(operator));
    }

    /** An edit of a text with a broken site. @throws IllegalArgumentException when all are whole */
    static TextEdit mending(String broken, int operator) {
        int site = IntStream.range(0, SITES)
                .filter(i -> isBroken(broken, i))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is broken"));
        int broke = broken.charAt(offset(site)) - 'a';
        int left = Math.floorMod(broke - operator, OPERATORS.size());
        return new TextEdit(PATH, offset(site), letter(broke), left == 0 ? WHOLE : letter(left));
    }

    /** Whether the test that looks at the sites passes. */
    static boolean passes(String text) {
        return IntStream.range(0, SITES)
                .filter(site -> isBroken(text, site))
                .allMatch(site -> isHarmless(site, text.charAt(offset(site))));
    }

    private static boolean isBroken(String text, int site) {
        return text.charAt(offset(site)) != WHOLE.charAt(0);
    }

    private static boolean isHarmless(int site, char letter) {
        return (site + letter) % HARMLESS == 0;
    }

    private static String letter(int operator) {
        return String.valueOf((char) ('a' + operator));
    }
}
