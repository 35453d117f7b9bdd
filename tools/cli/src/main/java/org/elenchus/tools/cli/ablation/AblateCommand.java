package org.elenchus.tools.cli.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.slot.Workbench;
import org.elenchus.actors.slot.Workshop;
import org.elenchus.persistence.Database;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.RunChoice;
import org.elenchus.tools.cli.evolve.WorkersOption;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.SolverVersion;
import org.elenchus.tools.cli.mine.MinePlace;
import org.elenchus.tools.cli.mine.Remarks;
import org.elenchus.tools.cli.node.StoredArtifacts;
import org.elenchus.tools.cli.policy.SolverPolicies;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.repair.author.EmbeddedAuthor;
import org.elenchus.tools.repair.distiller.EmbeddedDistiller;
import org.elenchus.tools.repair.solver.EmbeddedSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether the solver's features are worth their place. */
@Command(
        name = "ablate",
        sortOptions = false,
        description = {
            "What each family of a trained solver's features is worth: the run's validation tasks are rolled out with the whole policy,",
            "with each family's weights reset to those before training, and with that family's training alone. Every policy has the",
            "same draws. Families are those of 'elenchus solver show'; those that training has not changed are left out.",
            "Test tasks are not touched, so what is decided by these figures leaves the evaluation clean."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus solver ablate                        the last version of the run started last",
            "  elenchus solver ablate run-1f2e3d4c5b6a --version 2 --rollouts 4",
            "  elenchus solver ablate --edits 30 --json > ablation.json"
        })
public final class AblateCommand extends JournalVerb {
    private static final int TOLD = 20;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run (default: the one started last; 'elenchus run list' names them).")
    private @Nullable String run;

    @Option(names = "--version", paramLabel = "N", description = "The solver's version (default: the last).")
    private @Nullable Integer version;

    @Option(
            names = "--rollouts",
            paramLabel = "K",
            defaultValue = "8",
            description = "Rollouts of each task under each policy (default: ${DEFAULT-VALUE}).")
    private int rollouts;

    @Option(
            names = "--edits",
            paramLabel = "N",
            description = "Edits a rollout may try (default: as many as in the run's training).")
    private @Nullable Integer edits;

    @Mixin
    private final WorkersOption workers = new WorkersOption();

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Declared here because picocli adds no help where {@code --version} means something else. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Override
    protected void check() throws Fault {
        Bounds.atLeast(1, "--rollouts", rollouts);
        if (edits != null) {
            Bounds.atLeast(1, "--edits", edits);
        }
        workers.slots();
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        RunHistory history = RunChoice.named(run, histories(database));
        SolverPolicies policies = new SolverPolicies(history);
        SolverVersion ablated = version == null ? policies.latest() : policies.version(version);
        PolicyWeights base = SolverPolicies.weights(policies.version(0), database);
        PolicyWeights trained = SolverPolicies.weights(ablated, database);
        List<Ablation> ablations = ablations(history, base, trained);
        List<ValidationTask> tasks = ValidationTask.of(history);
        Artifacts scratch = new Scratch(new StoredArtifacts(database.artifacts()));
        List<Digest> rolledOut = new ArrayList<>(List.of(scratch.put(trained), scratch.put(base)));
        ablations.forEach(a -> rolledOut.addAll(List.of(scratch.put(a.without()), scratch.put(a.only()))));
        // Where one family alone has changed, it is the whole policy, and without it nothing is left.
        List<Digest> distinct = rolledOut.stream().distinct().toList();
        int tried = edits == null ? history.spec().edits() : edits;
        Map<Digest, List<GroupRef>> groups =
                rolledOut(tasks, distinct, scratch, tried, history.spec().seed());
        int made = groups.values().stream().mapToInt(List::size).sum();
        AblationReport report = AblationReport.of(
                base, trained, ablations, groups, DrawKey.of(history.spec().seed(), "ablation-intervals"));
        AblationText text = new AblationText(
                history.runId(),
                ablated.number(),
                tasks.size(),
                rollouts,
                tried,
                tasks.size() * distinct.size() - made,
                report);
        print(json ? text.json() : text.text());
        return made == 0 ? ExitCode.FAILURE : ExitCode.SUCCESS;
    }

    private static List<Ablation> ablations(RunHistory run, PolicyWeights base, PolicyWeights trained) throws Fault {
        if (!trained.features().equals(new EmbeddedSolver().basePolicy().features())) {
            throw Fault.failure(run.runId() + " was trained by another version, whose solver has other features; ablate"
                    + " it with that version, or train a run with this one");
        }
        List<Ablation> ablations = Ablation.of(base, trained);
        if (ablations.isEmpty()) {
            throw Fault.failure(
                    "training has changed nothing in this version of the solver, so there is nothing to take"
                            + " away; name a later one with --version, see 'elenchus solver show'");
        }
        return ablations;
    }

    private Map<Digest, List<GroupRef>> rolledOut(
            List<ValidationTask> tasks, List<Digest> policies, Artifacts artifacts, int tried, long seed)
            throws Exception {
        Remarks remarks = new Remarks(err());
        try (MinePlace place =
                MinePlace.open(paths(), MavenLibraries.ofThisMachine(false), sandbox, remarks::preparing, err())) {
            MinedRepositories repositories = place.repositories();
            for (ValidationTask task : tasks) {
                prepared(artifacts.get(task.task(), Task.class), repositories);
            }
            Workbench workbench = new Workbench(
                    repositories,
                    place.sandboxes(),
                    new EmbeddedSolver(),
                    new EmbeddedAuthor(),
                    new EmbeddedDistiller(),
                    artifacts);
            Workshop workshop = new Workshop(workbench, (candidate, repository, slot) -> {
                throw new IllegalStateException("nothing is judged here");
            });
            remarks.say(tasks.size() + " tasks under " + policies.size() + " policies, " + rollouts + " rollouts each");
            return new TaskRollouts(workshop, place.sandboxes(), workers.slots(), rollouts, tried, seed)
                    .of(tasks, policies, (done, total) -> {
                        if (done % TOLD == 0 || done.equals(total)) {
                            remarks.say(done + "/" + total + " groups of rollouts");
                        }
                    });
        } catch (SandboxFault e) {
            throw Fault.failure("the sandbox failed: " + e.getMessage() + "; run the same command again");
        }
    }

    private static void prepared(Task task, MinedRepositories repositories) throws Fault {
        try {
            repositories.open(task.snapshot());
        } catch (IllegalArgumentException e) {
            throw Fault.failure(
                    e.getMessage() + "; name the data folder of a node that has worked at the run with --data");
        }
    }
}
