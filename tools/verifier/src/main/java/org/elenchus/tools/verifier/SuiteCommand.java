package org.elenchus.tools.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.sandbox.command.Bounds;
import org.elenchus.tools.sandbox.command.Command;
import org.elenchus.tools.sandbox.command.CommandEnd;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.verifier.checkout.Checkout;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;
import org.elenchus.tools.verifier.declaration.Declaration;
import org.elenchus.tools.verifier.declaration.DeclarationFault;
import org.elenchus.tools.verifier.declaration.Limits;
import org.elenchus.tools.verifier.report.Report;
import org.elenchus.tools.verifier.report.ReportFault;
import org.elenchus.tools.verifier.report.ReportFolder;
import org.elenchus.tools.verifier.report.Wording;

/** Runs the declared command once, in a checkout made for it, and judges how it went. Thread-safe. */
final class SuiteCommand {
    /** From 128 on a status stands for a signal. */
    private static final int SIGNALS = 128;

    /** What a timed-out run was at cannot be known from outside. */
    private static final TestId SUITE = new TestId("suite", "command");

    private final Path repositories;
    private final CommandHost host;
    private final ConcurrentHashMap<Digest, SourceSnapshot> snapshots = new ConcurrentHashMap<>();

    SuiteCommand(Path repositories, CommandHost host) {
        this.repositories = repositories;
        this.host = host;
    }

    Run run(ExecutionRequest request) throws SandboxFault {
        try {
            SourceSnapshot snapshot = snapshot(request.snapshot());
            try (Checkout checkout = Checkout.of(snapshot, request.overlay())) {
                List<TestId> tests = request.tests().stream().map(TestRun::test).toList();
                return run(snapshot.declaration(), checkout, tests);
            }
        } catch (Checkout.ForbiddenEdit e) {
            throw new SandboxFault(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            return new Run.Lost(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (DeclarationFault e) {
            throw new SandboxFault("the snapshot is damaged: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFault("interrupted", e);
        }
    }

    private SourceSnapshot snapshot(Digest digest) throws IOException, DeclarationFault {
        SourceSnapshot known = snapshots.get(digest);
        if (known == null) {
            known = SourceSnapshot.open(repositories.resolve(digest.hex()));
            snapshots.put(digest, known);
        }
        return known;
    }

    private Run run(Declaration declaration, Checkout checkout, List<TestId> tests)
            throws IOException, InterruptedException {
        Path reports = checkout.reports(declaration.report());
        CommandEnd end = host.run(command(declaration, checkout, tests));
        return switch (end) {
            case CommandEnd.OutOfTime late ->
                new Run.Suspected("the command ran out of time", new Execution.TimedOut(SUITE), "");
            case CommandEnd.TooLoud loud ->
                new Run.Settled(
                        "the command printed more than " + declaration.limits().outputKilobytes() + " KB", "");
            case CommandEnd.Exited exited -> judge(exited, declaration, checkout, reports);
        };
    }

    private static Run judge(CommandEnd.Exited exited, Declaration declaration, Checkout checkout, Path reports)
            throws IOException {
        int status = exited.status();
        if (status >= SIGNALS) {
            String reason = "a signal ended the command (status " + status + ")";
            return new Run.Suspected(reason, new Execution.Crashed(reason), exited.lastWords());
        }
        try {
            if (!checkout.leadsTo(reports)) {
                return new Run.Settled("a link leads to the report", "");
            }
            Report report = new ReportFolder(
                            reports,
                            declaration.report().format(),
                            (long) declaration.limits().reportKilobytes() << 10)
                    .read(wording(checkout));
            boolean failed = report.firstFailure().isPresent();
            if (failed == (status == 0)) {
                return new Run.Settled(
                        "the report " + (failed ? "has failures" : "has no failure")
                                + ", but the command ended with status " + status,
                        exited.lastWords());
            }
            return new Run.Reported(report);
        } catch (ReportFault e) {
            return new Run.Settled(
                    "the command ended with status " + status + ": " + e.getMessage(), exited.lastWords());
        }
    }

    private static Wording wording(Checkout checkout) {
        Declaration.Places places = checkout.places();
        return new Wording(List.of(
                places.report() + "/",
                places.checkout() + "/",
                places.report(),
                places.checkout(),
                checkout.place().toString()));
    }

    private static Command command(Declaration declaration, Checkout checkout, List<TestId> tests) {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("HOME", checkout.home().toString());
        environment.put("TMPDIR", checkout.temporary().toString());
        environment.putAll(declaration.variables(checkout.places()));
        Limits limits = declaration.limits();
        Bounds bounds = new Bounds(
                Duration.ofSeconds(limits.cpuSeconds()),
                Duration.ofSeconds(limits.wallSeconds()),
                (long) limits.memoryMegabytes() << 20,
                (long) limits.fileMegabytes() << 20,
                (long) limits.outputKilobytes() << 10);
        return new Command(
                declaration.words(declaration.selects() ? tests : List.of(), checkout.places()),
                environment,
                checkout.place(),
                checkout.folder(),
                bounds);
    }
}
