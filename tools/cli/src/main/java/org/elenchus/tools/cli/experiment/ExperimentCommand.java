package org.elenchus.tools.cli.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.elenchus.cluster.EmbeddedCluster;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.cluster.ClusterApi;
import org.elenchus.tools.cli.cluster.NodesOwn;
import org.elenchus.tools.cli.cluster.ProtectionOptions;
import org.elenchus.tools.cli.cluster.Runs;
import org.elenchus.tools.cli.evolve.Engine;
import org.elenchus.tools.cli.evolve.RunOptions;
import org.elenchus.tools.cli.evolve.SourceTrees;
import org.elenchus.tools.cli.evolve.WorkersOption;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.cli.node.Node;
import org.elenchus.tools.cli.node.NodeMetrics;
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
            "again goes on where it stopped. Results are written whenever a seed has all its strategies. A plan can be kept in",
            "a file: 'experiment @plan.txt'."
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

    @Mixin
    private final ResultOptions files = new ResultOptions();

    @Override
    protected void check() throws Fault {
        Plan plan = plan();
        if (cluster == null) {
            SourceTrees.check(plan.trials().getFirst().spec().pools());
        } else {
            NodesOwn.refuse(typed());
        }
        workers.slots();
        Bounds.atLeast(1, "--at-once", atOnce);
        files.check();
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
            return conduct(plan, database, findings -> run(nodes, findings));
        }
        // The database is closed before the claim on the folder ends.
        try (DataFolder folder = DataFolder.claim(paths().root());
                database) {
            LogFile.open(paths().logs());
            database.initialise();
            return conduct(plan, database, findings -> run(findings, database, folder));
        }
    }

    /** Does the trials that are missing, and takes in what they show. @return why some failed, by trial */
    private interface Conductor {
        Map<String, String> conduct(Findings findings) throws Exception;
    }

    private ExitCode conduct(Plan plan, Database database, Conductor conductor) throws Exception {
        Findings findings = Findings.of(plan, files.observations(), database);
        int missing = findings.missing().size();
        err().println(plan.strategies().size() + " strategies × "
                + plan.seeds().size() + " seeds = " + plan.trials().size() + " runs, "
                + (plan.trials().size() - missing) + " finished");
        err().flush();
        Map<String, String> failures = reportOnly || missing == 0 ? Map.of() : conductor.conduct(findings);
        boolean reported = report(findings);
        failures.forEach((trial, reason) -> err().println(trial + " failed: " + reason));
        err().flush();
        return reported && failures.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    @SuppressWarnings("try")
    private Map<String, String> run(Findings findings, Database database, DataFolder folder) throws Exception {
        WorkerHosts hosts = SandboxChoice.open(sandbox, Node.settingsFor(folder), err());
        try (NodeMetrics metrics = new NodeMetrics();
                Engine engine = Node.start(
                        new EmbeddedCluster(),
                        database,
                        folder,
                        workers.slots(),
                        hosts,
                        metrics,
                        (repository, stage, done, total) -> {})) {
            return run(engine, findings);
        }
    }

    private Map<String, String> run(Runs runs, Findings findings) throws Exception {
        List<Trial> missing = findings.missing();
        TrialProgress progress = new TrialProgress(err(), missing.size(), System::nanoTime);
        return new Trials(runs, atOnce, new Reporting(progress, findings, files)).run(missing, POLL_MILLIS);
    }

    /** @return false when there is nothing to report yet */
    private boolean report(Findings findings) throws IOException, Fault {
        files.write(findings.kept());
        if (findings.wholeSeeds() == 0) {
            err().println(
                            "no seed has all its strategies finished yet; the same command without --report-only goes on");
            err().flush();
            return false;
        }
        Results results = findings.results();
        print(ResultsText.table(results));
        files.write(findings.plan(), results);
        return true;
    }
}
