package org.elenchus.tools.mining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.Sandbox.BuildReport;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.PreparationListener.Stage;
import org.elenchus.tools.mining.inventory.InventoryFile;
import org.elenchus.tools.mining.snapshot.Folders;
import org.elenchus.tools.mining.snapshot.PreparedRecord;
import org.elenchus.tools.mining.snapshot.SnapshotStore;
import org.elenchus.tools.mining.suite.SuiteFindings;
import org.elenchus.tools.mining.suite.SuiteProgress;
import org.elenchus.tools.mining.suite.SuiteStudy;
import org.elenchus.tools.verifier.declaration.DeclarationFile;

/** Builds a staged snapshot, studies its suite, and writes down what was found. */
final class Measurement {
    private static final int ERRORS_SHOWN = 3;

    private final SnapshotStore store;
    private final PreparationLimits limits;
    private final Sandbox sandbox;
    private final PreparationListener listener;

    Measurement(SnapshotStore store, PreparationLimits limits, Sandbox sandbox, PreparationListener listener) {
        this.store = store;
        this.limits = limits;
        this.sandbox = sandbox;
        this.listener = listener;
    }

    /** @param mustPass whether there is no use in a suite of which no test can be trusted, not even in one that fails */
    RepositorySummary take(RepositoryCoordinate coordinate, SnapshotStaging.Staged staged, boolean mustPass)
            throws RepositoryFault, SandboxFault, IOException {
        try {
            BuildReport build =
                    declared(staged) ? tried(coordinate, staged.digest()) : build(coordinate, staged.digest());
            List<TestId> tests = discover(coordinate, staged.digest(), build);
            SuiteFindings findings = new SuiteStudy(
                            sandbox,
                            staged.digest(),
                            limits.suite(declared(staged)),
                            (pass, done, total) -> listener.progress(coordinate, stage(pass), done, total))
                    .study(tests);
            if (findings.trusted().isEmpty() && (mustPass || !anyFails(findings.quarantined()))) {
                throw nonePasses(coordinate, findings.quarantined());
            }
            return write(coordinate, staged, build, findings);
        } catch (RepositoryFault unusable) {
            store.discard(staged.digest());
            throw unusable;
        }
    }

    private static boolean declared(SnapshotStaging.Staged staged) {
        return SnapshotSources.isDeclared(staged.content());
    }

    /** What is declared is run once, to see whether it can be. */
    private BuildReport tried(RepositoryCoordinate coordinate, Digest snapshot) throws SandboxFault, RepositoryFault {
        listener.progress(coordinate, Stage.BUILD, 0, 1);
        BuildReport report = sandbox.build(snapshot);
        if (!report.mainErrors().isEmpty()) {
            throw new RepositoryFault("The tests of " + coordinate + " do not run: "
                    + report.mainErrors().get(0) + ". Check command, report and limits in its " + DeclarationFile.NAME);
        }
        listener.progress(coordinate, Stage.BUILD, 1, 1);
        return report;
    }

    private BuildReport build(RepositoryCoordinate coordinate, Digest snapshot) throws SandboxFault, RepositoryFault {
        listener.progress(coordinate, Stage.BUILD, 0, 1);
        BuildReport report = sandbox.build(snapshot);
        if (!report.mainErrors().isEmpty()) {
            List<String> shown =
                    report.mainErrors().stream().limit(ERRORS_SHOWN).toList();
            throw new RepositoryFault("The sources of " + coordinate + " do not compile ("
                    + report.mainErrors().size() + " errors): " + String.join("; ", shown)
                    + (coordinate.isMaven()
                            ? ". Choose another version, or repair its source tree and use dir:PATH"
                            : ". Repair them"));
        }
        listener.progress(coordinate, Stage.BUILD, 1, 1);
        return report;
    }

    private List<TestId> discover(RepositoryCoordinate coordinate, Digest snapshot, BuildReport build)
            throws SandboxFault, RepositoryFault {
        listener.progress(coordinate, Stage.DISCOVER, 0, 1);
        List<TestId> tests = sandbox.discover(snapshot);
        if (tests.isEmpty()) {
            String omitted = build.omittedTests().isEmpty()
                    ? ""
                    : " (" + build.omittedTests().size() + " test files do not compile, first "
                            + build.omittedTests().get(0) + ")";
            throw new RepositoryFault(
                    "No JUnit test was found in " + coordinate + omitted + ". Name a library with JUnit 4 or 5 tests");
        }
        listener.progress(coordinate, Stage.DISCOVER, 1, 1);
        return tests;
    }

    private RepositorySummary write(
            RepositoryCoordinate coordinate, SnapshotStaging.Staged staged, BuildReport build, SuiteFindings findings)
            throws IOException {
        listener.progress(coordinate, Stage.STORE, 0, 1);
        List<String> notes = new ArrayList<>(staged.notes());
        build.omittedTests().forEach(file -> notes.add("test file " + file + " does not compile and was left out"));
        byte[] inventory = InventoryFile.write(findings.trusted());
        Folders.writeWhole(store.inventory(staged.digest()), inventory);
        Path root = store.layout(staged.digest()).root();
        SnapshotSources sources = SnapshotSources.of(root, staged.content());
        RepositorySummary summary = new RepositorySummary(
                coordinate,
                staged.digest(),
                InventoryFile.digest(findings.trusted()),
                sources.files().size(),
                sources.lines(root),
                findings.trusted().size(),
                findings.quarantined());
        store.finish(new PreparedRecord(
                PreparedRecord.VERSION,
                limits.measure(declared(staged)),
                summary,
                Digest.of(inventory),
                staged.content(),
                notes));
        listener.progress(coordinate, Stage.STORE, 1, 1);
        return summary;
    }

    private static boolean anyFails(List<Quarantined> tests) {
        return tests.stream().anyMatch(test -> test.reason() == Quarantined.Reason.FAILS);
    }

    /** @param tests all there are */
    static RepositoryFault nonePasses(RepositoryCoordinate coordinate, List<Quarantined> tests) {
        String first = tests.isEmpty()
                ? ""
                : " (the first, " + tests.get(0).id() + ": " + tests.get(0).reason() + ")";
        return new RepositoryFault("None of the " + tests.size() + " tests of " + coordinate + " passes reliably"
                + first + ". Run its suite with its own build to see why, or choose another version");
    }

    private static Stage stage(SuiteProgress.Pass pass) {
        return switch (pass) {
            case SCREEN -> Stage.SCREEN;
            case MEASURE -> Stage.MEASURE;
            case CONFIRM -> Stage.CONFIRM;
        };
    }
}
