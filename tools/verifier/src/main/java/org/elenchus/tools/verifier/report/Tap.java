package org.elenchus.tools.verifier.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.protocol.execution.TestOutcome;

/**
 * Reads the Test Anything Protocol, versions 12 to 14: test lines, directives, the plan. Indented lines (subtests, diagnostics) are
 * passed over: their parent's line counts.
 */
final class Tap {
    private static final int MOST_TESTS = 50_000;
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d{1,9})(?:\\s.*)?");
    private static final Pattern TEST = Pattern.compile("(not )?ok\\b[ \\t]*(\\d{1,9})?[ \\t]*(?:-[ \\t]+)?(.*)");
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?<!\\\\)#[ \\t]*(skip|todo)\\b", Pattern.CASE_INSENSITIVE);

    private final String group;
    private final Wording wording;
    private final List<Report.Entry> entries = new ArrayList<>();
    private int planned = -1;

    private Tap(String group, Wording wording) {
        this.group = group;
        this.wording = wording;
    }

    /** @param group stands for the class of all tests of the file */
    static List<Report.Entry> read(byte[] tap, String group, Wording wording) throws ReportFault {
        Tap file = new Tap(group, wording);
        for (String line : decoded(tap).split("\r?\n", -1)) {
            file.line(line);
        }
        if (file.planned < 0) {
            throw new ReportFault("a TAP report has no plan (1..N): it was not written to its end");
        }
        if (file.planned != file.entries.size()) {
            throw new ReportFault("a TAP report plans " + file.planned + " tests and reports " + file.entries.size());
        }
        return file.entries;
    }

    private static String decoded(byte[] tap) throws ReportFault {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(tap))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ReportFault("a TAP report is not UTF-8");
        }
    }

    private void line(String line) throws ReportFault {
        if (line.startsWith("Bail out!")) {
            throw new ReportFault("a TAP report bails out");
        }
        Matcher plan = PLAN.matcher(line);
        if (plan.matches()) {
            if (planned >= 0) {
                throw new ReportFault("a TAP report has two plans");
            }
            planned = Integer.parseInt(plan.group(1));
            return;
        }
        Matcher test = TEST.matcher(line);
        if (test.matches()) {
            test(test);
        }
    }

    private void test(Matcher test) throws ReportFault {
        if (entries.size() >= MOST_TESTS) {
            throw new ReportFault("a report has more than " + MOST_TESTS + " tests");
        }
        String described = test.group(3);
        Matcher directive = DIRECTIVE.matcher(described);
        String kind = "";
        if (directive.find()) {
            kind = directive.group(1).toLowerCase(Locale.ROOT);
            described = described.substring(0, directive.start());
        }
        String name = described.isBlank() ? "test " + (entries.size() + 1) : described;
        entries.add(new Report.Entry(wording.test(group, name), outcome(test.group(1) == null, kind)));
    }

    private TestOutcome outcome(boolean ok, String directive) {
        return switch (directive) {
            case "skip" -> new TestOutcome.NotRun("skipped");
            case "todo" -> new TestOutcome.NotRun("to do");
            default -> ok ? new TestOutcome.Passed() : new TestOutcome.Failed(wording.failure("not ok", ""));
        };
    }
}
