package org.elenchus.tools.verifier.report;

import java.util.List;
import java.util.regex.Pattern;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.repository.TestId;

/**
 * Makes of a report's texts what may be kept: bounded, printable, and the same in every run.
 *
 * @param places paths that differ from run to run, longest first
 */
public record Wording(List<String> places) {
    private static final int NAME = 250;
    private static final int MESSAGE = 400;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9a-fA-F]{6,}\\b|(?<=\\w)@[0-9a-f]{5,}\\b");

    public Wording {
        places = List.copyOf(places);
    }

    /** A test's id. @throws ReportFault when it has no name */
    TestId test(String className, String name) throws ReportFault {
        String group = cut(flat(className).replace('#', '.'), NAME);
        String method = cut(flat(name), NAME);
        if (method.isEmpty()) {
            throw new ReportFault("the report has a test without a name");
        }
        return new TestId(group.isEmpty() ? "tests" : group, method);
    }

    Failure failure(String type, String message) {
        String kind = cut(flat(type), NAME);
        return new Failure(kind.isEmpty() ? "failure" : kind, cut(settled(message), MESSAGE), List.of());
    }

    /** Without what differs from run to run: places and addresses of objects. */
    private String settled(String text) {
        String settled = text;
        for (String place : places) {
            settled = settled.replace(place, "");
        }
        return ADDRESS.matcher(settled).replaceAll("").strip();
    }

    private static String flat(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
