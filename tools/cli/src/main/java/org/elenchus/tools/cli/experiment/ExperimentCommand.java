package org.elenchus.tools.cli.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.cluster.EmbeddedCluster;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.trace.TraceGroup;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.cluster.ClusterApi;
import org.elenchus.tools.cli.cluster.ProtectionOptions;
import org.elenchus.tools.cli.evolve.Engine;
import org.elenchus.tools.cli.evolve.RunOptions;
import org.elenchus.tools.cli.evolve.WorkersOption;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.cli.node.Node;
import org.elenchus.tools.cli.node.NodeMetrics;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.cli.sandbox.SandboxChoice;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares curricula: every strategy under every seed, as ordinary runs, and what they show together. */
@Command(
        name = "experiment",
        sortOptions = false,
        description = {
            "Compare curricula: every strategy under every seed, at equal budgets, with paired intervals.",
            "Each is an ordinary run in the data folder; outcomes of executions are shared among them. The same command",
            "again goes on where it stopped and reports what is finished. A plan can be kept in a file: 'experiment @plan.txt'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus experiment --seeds 1-10 --json results.json --html results.html",
            "  elenchus experiment --strategies full,uniform,removal --seeds 1-3 --iterations 2",
            "  elenchus experiment @plan.txt --report-only        what is finished so far",
            "  elenchus experiment @plan.txt --cluster 127.0.0.1:7626 --db jdbc:postgresql://localhost:5432/elenchus"
        })
public final class ExperimentCommand extends JournalVerb {
    private static final long POLL_MILLIS = 200;

    @Option(
            names = "--strategies",
            split = ",",
            paramLabel = "NAME",
            completionCandidates = Strategy.Labels.class,
            description = "What to compare (default: all). ${COMPLETION-CANDIDATES}.")
    private @Nullable List<String> strategies;

    @Option(
            names = "--seeds",
            paramLabel = "LIST",
            defaultValue = "1-3",
            description = "Seeds, paired over the strategies (default: ${DEFAULT-VALUE}).")
    private String seeds = "1-3";

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "2",
            description = "Runs under way at once (default: ${DEFAULT-VALUE}). Results do not depend on it.")
    private int atOnce;

    @Option(names = "--report-only", description = "Run nothing; report what is finished.")
    private boolean reportOnly;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final WorkersOption workers = new WorkersOption();

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Option(
            names = "--cluster",
            paramLabel = "HOST:PORT",
            description =
                    "Have the runs done by a running cluster, through the API of any of its nodes; --db names its database,"
                            + " which the results are read from. They go on when this command is stopped; the same command"
                            + " follows them again.")
    private @Nullable String cluster;

    @Mixin
    private final ProtectionOptions protection = new ProtectionOptions();

    @Option(
            names = "--observations",
            paramLabel = "FILE",
            description =
                    "Keep what finished runs showed, task by task, in a file, and count runs that are in it as finished:"
                            + " the same plan can go on in another data folder, or be shared out among machines by --seeds.")
    private @Nullable Path observations;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results for scripts.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the results as Markdown.")
    private @Nullable Path markdown;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the results as one page with its plot.")
    private @Nullable Path html;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write the curves as SVG.")
    private @Nullable Path plot;

    @Override
    protected void check() throws Fault {
        plan();
        workers.slots();
        Bounds.atLeast(1, "--at-once", atOnce);
        for (OutputFile file : files()) {
            file.check();
        }
    }

    private Plan plan() throws Fault {
        return Plan.of(strategies == null ? List.of() : strategies, seeds, this::spec);
    }

    private RunSpec spec(long seed, Strategy strategy) throws Fault {
        RunSpec spec = run.spec(seed, strategy.skills(), strategy.reward(), strategy.advantage());
        return switch (strategy.appetite()) {
            case BEST -> spec;
            case ALL -> spec.withTasksPerIteration(spec.candidatesPerIteration());
        };
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        Plan plan = plan();
        if (cluster != null) {
            if (!(database instanceof PostgresDatabase)) {
                throw Fault.usage("--cluster needs --db with the cluster's database: the results are read from it");
            }
            ClusterApi nodes = ClusterApi.at(cluster, protection.protection());
            return conduct(plan, database, missing -> follow(nodes, missing));
        }
        DataFolder.check(paths().root());
        // The database is closed before the claim on the folder ends.
        try (DataFolder folder = DataFolder.claim(paths().root());
                database) {
            LogFile.open(paths().logs());
            database.initialise();
            return conduct(plan, database, missing -> run(missing, database, folder));
        }
    }

    /** Does the trials that are missing. @return why some failed, by trial */
    private interface Conductor {
        Map<String, String> conduct(List<Trial> missing) throws Exception;
    }

    private ExitCode conduct(Plan plan, Database database, Conductor conductor) throws Exception {
        Optional<ObservationsFile> kept =
                observations == null ? Optional.empty() : Optional.of(ObservationsFile.read(observations));
        List<Trial> missing = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            if (kept.flatMap(file -> file.find(trial)).isEmpty()
                    && finished(database, trial).isEmpty()) {
                missing.add(trial);
            }
        }
        err().println(plan.strategies().size() + " strategies × "
                + plan.seeds().size() + " seeds = " + plan.trials().size() + " runs, "
                + (plan.trials().size() - missing.size()) + " finished");
        err().flush();
        Map<String, String> failures = reportOnly || missing.isEmpty() ? Map.of() : conductor.conduct(missing);
        report(plan, kept, database);
        failures.forEach((trial, reason) -> err().println(trial + " failed: " + reason));
        err().flush();
        return failures.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    private Map<String, String> follow(ClusterApi nodes, List<Trial> missing) throws Fault, InterruptedException {
        TrialProgress progress = new TrialProgress(err(), missing.size(), System::nanoTime);
        return new Trials(Trials.Runs.in(nodes), atOnce, progress).run(missing, POLL_MILLIS);
    }

    @SuppressWarnings("try")
    private Map<String, String> run(List<Trial> missing, Database database, DataFolder folder) throws Exception {
        WorkerHosts hosts = SandboxChoice.open(sandbox, Node.settingsFor(folder), err());
        TrialProgress progress = new TrialProgress(err(), missing.size(), System::nanoTime);
        try (NodeMetrics metrics = new NodeMetrics();
                Engine engine = Node.start(
                        new EmbeddedCluster(),
                        database,
                        folder,
                        workers.slots(),
                        hosts,
                        metrics,
                        (repository, stage, done, total) -> {})) {
            return new Trials(Trials.Runs.in(engine), atOnce, progress).run(missing, POLL_MILLIS);
        }
    }

    private static Optional<RunHistory> finished(Database database, Trial trial) throws StorageFault {
        return Histories.of(new JournalReader(database).read(trial.runId()))
                .find(trial.runId())
                .filter(RunHistory::isFinished);
    }

    private static Optional<Observation> observed(Database database, Trial trial) throws StorageFault {
        return finished(database, trial)
                .map(history -> Observation.of(
                        trial, history, group -> database.artifacts().get(group.artifact(), TraceGroup.class)));
    }

    private void report(Plan plan, Optional<ObservationsFile> kept, Database database)
            throws StorageFault, IOException {
        List<Observation> found = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            Optional<Observation> known = kept.flatMap(file -> file.find(trial));
            (known.isPresent() ? known : observed(database, trial)).ifPresent(found::add);
        }
        if (kept.isPresent()) {
            found.forEach(kept.get()::add);
            write(observations, "--observations", kept.get().json());
        }
        Results results = Results.of(plan, found);
        if (results.seeds().isEmpty()) {
            err().println(
                            "no seed has all its strategies finished yet; the same command without --report-only goes on");
            err().flush();
            return;
        }
        out().print(ResultsText.table(results));
        out().flush();
        write(json, "--json", ResultsJson.of(plan, results));
        write(markdown, "--markdown", ResultsText.markdown(results));
        write(html, "--html", ResultsPage.of(results));
        write(plot, "--plot", CurvePlot.svg(results));
    }

    private void write(@Nullable Path file, String option, String content) throws IOException {
        if (file != null) {
            new OutputFile(option, file).write(content);
        }
    }

    private List<OutputFile> files() {
        List<OutputFile> files = new ArrayList<>();
        add(files, "--observations", observations);
        add(files, "--json", json);
        add(files, "--markdown", markdown);
        add(files, "--html", html);
        add(files, "--plot", plot);
        return files;
    }

    private static void add(List<OutputFile> files, String option, @Nullable Path file) {
        if (file != null) {
            files.add(new OutputFile(option, file));
        }
    }
}
