package org.elenchus.tools.repair.symptom;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.protocol.execution.TestResult;

/** What assertion messages give away: how the expected value differs from the actual one. */
public enum Hint {
    OFF_BY_ONE("off-by-one"),
    OTHER_NUMBER("other-number"),
    BOOLEAN("boolean"),
    UNEXPECTED_NULL("unexpected-null"),
    EXPECTED_NULL("expected-null"),
    LONGER_TEXT("longer-text"),
    SHORTER_TEXT("shorter-text"),
    OTHER_TEXT("other-text");

    private static final Pattern DIFFERENCE =
            Pattern.compile("expected: ?<?(.*?)>? but was: ?<?(.*?)>?", Pattern.DOTALL);

    private final String label;

    Hint(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The hints of all observed failures. */
    public static Set<Hint> of(Collection<TestResult> results) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        for (TestResult result : results) {
            result.outcome().observed().ifPresent(f -> hints.addAll(of(f.message())));
        }
        return hints;
    }

    static List<Hint> of(String message) {
        Matcher matcher = DIFFERENCE.matcher(message.strip());
        int start = message.indexOf("expected:");
        if (start < 0 || !matcher.reset(message.substring(start).strip()).matches()) {
            return List.of();
        }
        return List.of(between(matcher.group(1), matcher.group(2)));
    }

    private static Hint between(String expected, String actual) {
        if (actual.equals("null")) {
            return UNEXPECTED_NULL;
        }
        if (expected.equals("null")) {
            return EXPECTED_NULL;
        }
        if (expected.equals("true") || expected.equals("false")) {
            return BOOLEAN;
        }
        if (isInteger(expected) && isInteger(actual)) {
            long difference = Math.abs(Long.parseLong(expected) - Long.parseLong(actual));
            return difference == 1 ? OFF_BY_ONE : OTHER_NUMBER;
        }
        if (expected.length() == actual.length()) {
            return OTHER_TEXT;
        }
        return actual.length() > expected.length() ? LONGER_TEXT : SHORTER_TEXT;
    }

    private static boolean isInteger(String text) {
        return text.matches("-?\\d{1,17}");
    }
}
