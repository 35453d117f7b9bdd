package org.elenchus.tools.cli.evolve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.elenchus.cluster.EmbeddedCluster;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.cluster.ClusterApi;
import org.elenchus.tools.cli.cluster.NodesOwn;
import org.elenchus.tools.cli.cluster.ProtectionOptions;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.Words;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.cli.node.Node;
import org.elenchus.tools.cli.node.NodeMetrics;
import org.elenchus.tools.cli.progress.BarProgress;
import org.elenchus.tools.cli.progress.LineProgress;
import org.elenchus.tools.cli.progress.ProgressView;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.cli.report.RunReport;
import org.elenchus.tools.cli.report.Timings;
import org.elenchus.tools.cli.sandbox.SandboxChoice;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a run, goes on with an unfinished one, or reports a finished one again. */
@Command(
        name = "evolve",
        sortOptions = false,
        description = {
            "Evolve the solver: traces, skills, tasks, gates, alignment, training, evaluation; again and again.",
            "A REPO is maven:GROUP:ARTIFACT:VERSION, dir:PATH or git:PATH[@REVISION[:MODULE]]. The same command again goes on where it stopped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus evolve",
            "  elenchus evolve --seed 2 --json out.json",
            "  elenchus evolve --train dir:../my-library --iterations 1 --test-tasks 20",
            "  elenchus evolve --db jdbc:postgresql://localhost:5432/elenchus    journal and artifacts there",
            "  elenchus evolve --cluster 127.0.0.1:7626               in a running cluster",
            "  elenchus evolve --sandbox docker                       candidates in containers",
            "  elenchus evolve --reward random --advantage grpo       two controls at once"
        })
public final class EvolveCommand extends JournalVerb {
    private static final long POLL_MILLIS = 1000;

    @Mixin
    private final EvolveOptions options = new EvolveOptions();

    @Mixin
    private final WorkersOption workers = new WorkersOption();

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report for scripts to a file.")
    private @Nullable Path json;

    @Option(
            names = "--cluster",
            paramLabel = "HOST:PORT",
            description =
                    "Hand the run to a running cluster, through the API of any of its nodes, and follow it from here."
                            + " It goes on when this command is stopped; the same command follows it again.")
    private @Nullable String cluster;

    @Mixin
    private final ProtectionOptions protection = new ProtectionOptions();

    @Option(names = "--detach", description = "With --cluster: start the run and do not follow it.")
    private boolean detached;

    @Override
    protected void check() throws Fault {
        if (detached && cluster == null) {
            throw Fault.usage("--detach is for a run in a cluster; name one with --cluster");
        }
        if (detached && json != null) {
            throw Fault.usage("--json writes the report at the end, and --detach does not wait for it; leave one out");
        }
        if (cluster == null) {
            SourceTrees.check(options.spec().pools());
        } else {
            NodesOwn.refuse(typed());
        }
        workers.slots();
        new OutputFile("--json", json).check();
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        RunSpec spec = options.spec();
        if (cluster != null) {
            follow(ClusterApi.at(cluster, protection.protection()), spec);
            return ExitCode.SUCCESS;
        }
        // The database is closed before the claim on the folder ends.
        try (DataFolder folder = DataFolder.claim(paths().root());
                database) {
            LogFile.open(paths().logs());
            database.initialise();
            Optional<RunHistory> before = histories(database).find(spec.runId());
            if (before.filter(RunHistory::isFinished).isPresent()) {
                err().println(spec.runId() + " is finished; this is its report. Another --seed starts another run.");
            } else {
                announce(spec, before, workers.slots(), database);
                run(database, folder, spec, before.map(h -> h.reports().size()).orElse(0));
            }
            report(database, spec);
        }
        return ExitCode.SUCCESS;
    }

    private void follow(ClusterApi nodes, RunSpec spec) throws Fault, InterruptedException, IOException {
        Status status = nodes.start(spec);
        err().println(spec.runId() + ", seed " + spec.seed() + ", runs in the cluster at " + cluster);
        err().flush();
        if (detached) {
            return;
        }
        try (ProgressView view = view(spec.iterations(), 0)) {
            while (!status.ended()) {
                view.show(status);
                Thread.sleep(POLL_MILLIS);
                status = nodes.status(spec.runId());
            }
            view.show(status);
        }
        if (status.phase() == Phase.FAILED) {
            throw Fault.failure(status.failure().orElse("the run failed"));
        }
        print(nodes.report(spec.runId(), false));
        if (json != null) {
            String report = nodes.report(spec.runId(), true);
            new OutputFile("--json", json).write(() -> report);
        }
    }

    private void announce(RunSpec spec, Optional<RunHistory> before, int slots, Database database) {
        err().println(before.map(history -> "going on with " + spec.runId() + " (" + history.standing() + ")")
                        .orElse("starting " + spec.runId())
                + ", seed " + spec.seed() + ", " + slots + (slots == 1 ? " worker" : " workers") + ", data in "
                + paths().root()
                + (database instanceof PostgresDatabase ? ", journal in " + database : ""));
        err().flush();
    }

    @SuppressWarnings("try")
    private void run(Database database, DataFolder folder, RunSpec spec, int reported) throws Exception {
        Status end;
        WorkerHosts hosts = SandboxChoice.open(sandbox, Node.settingsFor(folder), err());
        try (Interruption interruption = Interruption.announced(err());
                ProgressView view = view(spec.iterations(), reported);
                NodeMetrics metrics = new NodeMetrics();
                Engine engine = Node.start(
                        new EmbeddedCluster(),
                        database,
                        folder,
                        workers.slots(),
                        hosts,
                        metrics,
                        (repository, stage, done, total) -> view.detail(repository.shortName() + ": " + Words.of(stage)
                                + (total > 1 ? " " + done + "/" + total : "")))) {
            end = new RunWatch(engine, view, paths(), System::nanoTime).untilEnd(spec);
        }
        if (end.phase() == Phase.FAILED) {
            throw Fault.failure(end.failure().orElse("the run failed") + " (log: " + LogFile.in(paths().logs()) + ")");
        }
    }

    private ProgressView view(int iterations, int reported) {
        return onTerminal()
                ? new BarProgress(System.err, iterations, reported)
                : new LineProgress(err(), iterations, reported, System::nanoTime);
    }

    private void report(Database database, RunSpec spec) throws StorageFault, Fault, IOException {
        Histories.Digested run = histories(database)
                .findDigested(spec.runId())
                .orElseThrow(() -> Fault.failure("the journal does not hold " + spec.runId()));
        RunReport report = RunReport.of(run, Timings.read(paths().timings()));
        print(report.text());
        new OutputFile("--json", json).write(report::json);
    }
}
