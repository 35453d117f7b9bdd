package org.elenchus.tools.worker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.elenchus.tools.worker.bytecode.ProbeTable;
import org.elenchus.tools.worker.host.HostState;
import org.elenchus.tools.worker.probe.Meter;
import org.elenchus.tools.worker.probe.OutOfFuel;
import org.elenchus.tools.worker.wire.Order.TestOrder;
import org.elenchus.tools.worker.wire.TestReport;
import org.elenchus.tools.worker.wire.TestReport.SourceLines;
import org.elenchus.tools.worker.wire.TestReport.Verdict;
import org.jspecify.annotations.Nullable;

/** Runs tests one at a time, each alone in the platform, on the calling thread. */
public final class TestRunner {
    private final TestPlatform platform = new TestPlatform();
    private final HostState host;

    public TestRunner(HostState host) {
        this.host = host;
    }

    /**
     * What to run.
     *
     * @param plain the tests that need no platform; null to ask the platform about every test
     * @param probes numbers of the main code's lines when coverage is wanted, or null
     * @param beforeEach told each test's id as it begins
     * @param afterEach called when a test has ended; stops what it left running
     */
    public record Session(
            ClassLoader classes,
            Naming naming,
            Engines engines,
            @Nullable PlainTests plain,
            @Nullable ProbeTable probes,
            Consumer<String> beforeEach,
            Runnable afterEach) {}

    /** Only the platform can tell how this test ended; run all again, with fresh classes and without {@link Session#plain}. */
    public static final class PlatformNeeded extends Exception {
        private static final long serialVersionUID = 1;

        PlatformNeeded(String test) {
            super(test, null, false, false);
        }
    }

    /** One report per test, in order. @throws OutOfMemoryError when a test used up the heap */
    public List<TestReport> run(List<TestOrder> tests, Session session) throws PlatformNeeded {
        Causes causes = new Causes(session.naming().ownClass(), session.naming().folders());
        Meter.@Nullable Marks marks = session.probes() == null
                ? null
                : new Meter.Marks(session.probes().size());
        List<TestReport> reports = new ArrayList<>(tests.size());
        for (TestOrder test : tests) {
            session.beforeEach().accept(test.id());
            host.restore(session.classes());
            reports.add(run(test, session, causes, marks));
            session.afterEach().run();
        }
        host.restore(ClassLoader.getPlatformClassLoader());
        return reports;
    }

    private TestReport run(TestOrder test, Session session, Causes causes, Meter.@Nullable Marks marks)
            throws PlatformNeeded {
        Tally tally = new Tally();
        TestMethod method = TestMethod.of(test.className(), test.method());
        Optional<PlainTest> plain =
                session.plain() == null ? Optional.empty() : session.plain().of(test.id(), method, session.classes());
        Throwable refusal = null;
        boolean clear = true;
        Meter meter = Meter.start(test.fuel(), marks);
        try {
            if (plain.isPresent()) {
                clear = PlainRun.of(plain.get(), session.classes(), tally);
            } else {
                ask(method, session.engines().of(test.id()), session.classes(), tally);
            }
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            refusal = e;
            Causes.overflow(e).ifPresent(Meter::overflowed);
        }
        Meter.Reading reading = meter.stop();
        if (tally.failure() instanceof OutOfMemoryError exhausted) {
            throw exhausted;
        }
        if (!clear && reading.exhaustion() == null) {
            throw new PlatformNeeded(test.id());
        }
        if (tally.engines().size() == 1) {
            session.engines().learn(test.id(), tally.engines().first());
        }
        Verdict verdict = verdict(tally, refusal, reading.exhaustion(), causes);
        // How far a failure got may hang on the length of an address in a message; nobody may come to depend on it.
        boolean counts = verdict instanceof TestReport.Passed || reading.exhaustion() != null;
        long fuel = counts ? reading.used() : 0;
        return new TestReport(test.id(), verdict, fuel, reading.concurrent(), covered(session, marks));
    }

    private void ask(TestMethod method, @Nullable String engine, ClassLoader classes, Tally tally) {
        platform.launcher().execute(TestPlatform.request(method.selector(classes), engine), tally);
    }

    private static List<SourceLines> covered(Session session, Meter.@Nullable Marks marks) {
        ProbeTable probes = session.probes();
        return marks == null || probes == null
                ? List.of()
                : probes.lines(marks.passed()).entrySet().stream()
                        .map(file -> new SourceLines(file.getKey(), file.getValue()))
                        .toList();
    }

    private static String className(@Nullable Throwable thrown) {
        return thrown == null ? "" : thrown.getClass().getName();
    }

    private static Verdict verdict(
            Tally tally, @Nullable Throwable refusal, @Nullable OutOfFuel exhaustion, Causes causes) {
        if (exhaustion != null) {
            return Causes.runaway(exhaustion)
                    .<Verdict>map(runaway -> new TestReport.Errored(causes.describeRunaway(runaway)))
                    .orElseGet(() -> new TestReport.OutOfFuel(causes.describe(exhaustion)));
        }
        Throwable failure = tally.failure();
        if (refusal != null || tally.unusable()) {
            return new TestReport.NotRun("not found: " + className(refusal == null ? failure : refusal));
        }
        if (tally.failed()) {
            return failure instanceof AssertionError
                    ? new TestReport.Failed(causes.describe(failure))
                    : new TestReport.Errored(causes.describe(failure));
        }
        String notRun = tally.notRun();
        return notRun == null ? new TestReport.Passed() : new TestReport.NotRun(notRun);
    }
}
