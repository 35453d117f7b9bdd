package org.elenchus.tools.worker.wire;

import org.elenchus.tools.worker.wire.TestReport.Cause;
import org.elenchus.tools.worker.wire.TestReport.Errored;
import org.elenchus.tools.worker.wire.TestReport.Failed;
import org.elenchus.tools.worker.wire.TestReport.Frame;
import org.elenchus.tools.worker.wire.TestReport.NotRun;
import org.elenchus.tools.worker.wire.TestReport.OutOfFuel;
import org.elenchus.tools.worker.wire.TestReport.Passed;
import org.elenchus.tools.worker.wire.TestReport.SourceLines;
import org.elenchus.tools.worker.wire.TestReport.Verdict;

/** Binary form of answers. */
final class AnswerCodec {
    private AnswerCodec() {}

    static void write(FrameWriter to, Answer answer) {
        switch (answer) {
            case Answer.Started started -> to.tag(1).text(started.test());
            case Answer.Built built -> to.tag(2).texts(built.mainErrors()).texts(built.omittedTests());
            case Answer.Discovered discovered -> to.tag(3).texts(discovered.tests());
            case Answer.Ran ran ->
                to.tag(4)
                        .list(ran.reports(), report -> write(to, report))
                        .number(ran.compileNanos())
                        .number(ran.loadNanos())
                        .number(ran.testNanos());
            case Answer.DidNotCompile refused ->
                to.tag(5).texts(refused.errors()).number(refused.compileNanos());
            case Answer.TimedOut timedOut -> to.tag(6).text(timedOut.test());
            case Answer.Refused refused -> to.tag(7).text(refused.reason());
            case Answer.OutOfMemory outOfMemory -> to.tag(8).text(outOfMemory.test());
        }
    }

    static Answer read(FrameReader from) {
        int tag = from.tag();
        return switch (tag) {
            case 1 -> new Answer.Started(from.text());
            case 2 -> new Answer.Built(from.list(from::text), from.list(from::text));
            case 3 -> new Answer.Discovered(from.list(from::text));
            case 4 -> new Answer.Ran(from.list(() -> report(from)), from.number(), from.number(), from.number());
            case 5 -> new Answer.DidNotCompile(from.list(from::text), from.number());
            case 6 -> new Answer.TimedOut(from.text());
            case 7 -> new Answer.Refused(from.text());
            case 8 -> new Answer.OutOfMemory(from.text());
            default -> throw new FrameReader.Malformed("unknown answer " + tag);
        };
    }

    private static void write(FrameWriter to, TestReport report) {
        to.text(report.test());
        write(to, report.verdict());
        to.number(report.fuel())
                .flag(report.concurrent())
                .list(report.covered(), file -> to.text(file.path()).ascending(file.lines()));
    }

    private static TestReport report(FrameReader from) {
        return new TestReport(
                from.text(),
                verdict(from),
                from.number(),
                from.flag(),
                from.list(() -> new SourceLines(from.text(), from.ascending())));
    }

    private static void write(FrameWriter to, Verdict verdict) {
        switch (verdict) {
            case Passed passed -> to.tag(1);
            case Failed failed -> write(to.tag(2), failed.cause());
            case Errored errored -> write(to.tag(3), errored.cause());
            case OutOfFuel outOfFuel -> write(to.tag(4), outOfFuel.cause());
            case NotRun notRun -> to.tag(5).text(notRun.reason());
        }
    }

    private static Verdict verdict(FrameReader from) {
        int tag = from.tag();
        return switch (tag) {
            case 1 -> new Passed();
            case 2 -> new Failed(cause(from));
            case 3 -> new Errored(cause(from));
            case 4 -> new OutOfFuel(cause(from));
            case 5 -> new NotRun(from.text());
            default -> throw new FrameReader.Malformed("unknown verdict " + tag);
        };
    }

    private static void write(FrameWriter to, Cause cause) {
        to.text(cause.exception())
                .text(cause.message())
                .list(
                        cause.stack(),
                        frame -> to.text(frame.className()).text(frame.method()).small(frame.line()));
    }

    private static Cause cause(FrameReader from) {
        return new Cause(from.text(), from.text(), from.list(() -> new Frame(from.text(), from.text(), from.small())));
    }
}
