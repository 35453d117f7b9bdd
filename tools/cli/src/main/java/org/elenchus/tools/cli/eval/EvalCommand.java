package org.elenchus.tools.cli.eval;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.persistence.Database;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.eval.dataset.EvalTask;
import org.elenchus.tools.cli.evolve.WorkersOption;
import org.elenchus.tools.cli.mine.MinePlace;
import org.elenchus.tools.cli.mine.Remarks;
import org.elenchus.tools.cli.policy.SolverChoice;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.mining.PreparationListener;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.repair.solver.EmbeddedSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates a solver on tasks that are none of a run's. */
@Command(
        name = "eval",
        sortOptions = false,
        description = {
            "Run a trained solver over a data set: a folder per task (docs/datasets.md), such as 'elenchus mine --out' writes,",
            "or the real bugs that come with Elenchus.",
            "Reports pass@k, what is plausible and what is correct, and the solve rate over the budget.",
            "Exit code 0: tasks were scored; 1: none could be."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus eval --dataset bugs",
            "  elenchus eval --dataset bugs --solver untrained --attempts 10 --pass-at 1,5,10",
            "  elenchus eval --dataset bugs --budget 300 --hold-back 0.3 --json out.json",
            "  elenchus eval --real-bugs --libraries commons-cli:commons-cli --attempts 1"
        })
public final class EvalCommand extends JournalVerb {
    @Mixin
    private final TaskSource source = new TaskSource();

    @Mixin
    private final SolverChoice choice = new SolverChoice();

    @Mixin
    private final EvalOptions options = new EvalOptions();

    @Mixin
    private final WorkersOption workers = new WorkersOption();

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report to a file, for scripts.")
    private @Nullable Path json;

    @Override
    protected void check() throws Fault {
        options.check();
        workers.slots();
        source.check();
        new OutputFile("--json", json).check();
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        EmbeddedSolver solver = new EmbeddedSolver();
        Remarks remarks = new Remarks(err());
        SolverChoice.Chosen chosen = choice.of(solver.basePolicy(), database, remarks::say);
        Attempts attempts =
                new Attempts(solver, chosen.policy(), options.attempts(), options.budget(), options.edits());
        PreparationListener preparing = source.isSlow() ? remarks::preparing : PreparationListener.SILENT;
        try (MinePlace place =
                MinePlace.open(paths(), MavenLibraries.ofThisMachine(false), sandbox, preparing, err())) {
            DrawKey holdBack = DrawKey.of(options.seed(), "hold-back");
            List<EvalTask> tasks = source.tasks(place, remarks, workers.slots(), options.holdBack(), holdBack);
            AtomicInteger done = new AtomicInteger();
            List<TaskReport> reports = new Evaluation(
                            attempts, place.sandboxes(), workers.slots(), options.seed(), System::nanoTime)
                    .of(
                            tasks,
                            report -> remarks.say(done.incrementAndGet() + "/" + tasks.size() + " " + report.id() + ": "
                                    + report.standing().word()));
            return report(chosen, reports, tasks);
        } catch (SandboxFault e) {
            throw Fault.failure("the sandbox failed: " + e.getMessage() + "; run the same command again");
        }
    }

    private ExitCode report(SolverChoice.Chosen chosen, List<TaskReport> reports, List<EvalTask> tasks) throws Fault {
        Map<String, Optional<Pool>> pools =
                chosen.pools().map(trained -> pools(tasks, trained)).orElse(Map.of());
        Summary summary = Summary.of(
                reports, options.passAt(), options.budgets(), pools, DrawKey.of(options.seed(), "eval-intervals"));
        print(EvalText.of(chosen.name(), summary));
        new OutputFile("--json", json).write(() -> EvalJson.of(chosen.name(), options, summary));
        return summary.scored().isEmpty() ? ExitCode.FAILURE : ExitCode.SUCCESS;
    }

    /** By id, of the tasks that tell their library. */
    private static Map<String, Optional<Pool>> pools(List<EvalTask> tasks, Pools trained) {
        Map<String, Optional<Pool>> pools = new TreeMap<>();
        for (EvalTask task : tasks) {
            task.release().ifPresent(release -> pools.put(task.id(), trained.holding(release)));
        }
        return pools;
    }
}
