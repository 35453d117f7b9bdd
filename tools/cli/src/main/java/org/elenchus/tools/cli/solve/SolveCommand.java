package org.elenchus.tools.cli.solve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.persistence.Database;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.evolve.WorkersOption;
import org.elenchus.tools.cli.history.Words;
import org.elenchus.tools.cli.mine.MinePlace;
import org.elenchus.tools.cli.policy.SolverChoice;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.SourceTree;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.repair.solver.EmbeddedSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Repairs failing tests in the user's own project. */
@Command(
        name = "solve",
        sortOptions = false,
        description = {
            "Repair failing tests of a project with the policy a run has trained (the untrained one where there is none).",
            "Suggests patches of main sources as diffs, each executed with all tests that reach what it changes; never edits tests.",
            "Exit code 0: repaired, or nothing fails; 1: no whole repair was found."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus solve --repo dir:../shop",
            "  elenchus solve --repo dir:../shop --test org.shop.CartTest --budget 1000",
            "  elenchus solve --repo dir:../shop --apply          write the best whole repair to the sources"
        })
public final class SolveCommand extends JournalVerb {
    private static final int SHOWN = 5;

    @Option(names = "--repo", required = true, paramLabel = "REPO", description = "The project: dir:PATH.")
    private String repository = "";

    @Option(
            names = "--test",
            split = ",",
            paramLabel = "NAME",
            description = "Failing tests to repair, by class or CLASS#METHOD (default: all that fail).")
    private @Nullable List<String> named;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "400",
            description =
                    "Candidate edits to execute, rounded up to whole rounds of 16 rollouts (default: ${DEFAULT-VALUE}).")
    private int budget;

    @Option(
            names = "--edits",
            paramLabel = "N",
            defaultValue = "6",
            description = "Edits a rollout may try (default: ${DEFAULT-VALUE}).")
    private int edits;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all draws (default: 1).")
    private long seed;

    @Option(names = "--apply", description = "Write the best whole repair to the project's sources.")
    private boolean apply;

    @Mixin
    private final SolverChoice choice = new SolverChoice();

    @Mixin
    private final WorkersOption workers = new WorkersOption();

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the repairs to a file, for scripts.")
    private @Nullable Path json;

    @Override
    protected void check() throws Fault {
        coordinate();
        workers.slots();
        Bounds.atLeast(1, "--budget", budget);
        Bounds.atLeast(1, "--edits", edits);
        new OutputFile("--json", json).check();
    }

    private RepositoryCoordinate coordinate() throws Fault {
        try {
            RepositoryCoordinate coordinate = new RepositoryCoordinate(repository.strip());
            if (coordinate.isMaven() || coordinate.isGit()) {
                throw Fault.usage("--repo " + coordinate + " cannot be repaired in place; name a folder, dir:PATH");
            }
            if (SourceTree.isDeclared(coordinate)) {
                throw Fault.usage(coordinate + " declares a test command of its own; the embedded solver reads Java in"
                        + " Maven's layout only");
            }
            return coordinate;
        } catch (IllegalArgumentException | RepositoryFault e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    protected ExitCode call(Database database) throws Exception {
        EmbeddedSolver solver = new EmbeddedSolver();
        Policy policy = choice.of(solver.basePolicy(), database, this::say).policy();
        try (MinePlace place =
                MinePlace.open(paths(), MavenLibraries.ofThisMachine(false), sandbox, this::preparing, err())) {
            PreparedRepository project = prepared(place);
            Suggestion suggestion = new Suggestion(project, sources(place));
            List<TestId> failing = FailingTests.chosen(project, named == null ? List.of() : named);
            if (failing.isEmpty()) {
                out().println("nothing to repair: all " + project.tests().size() + " tests pass"
                        + FailingTests.others(project));
                out().flush();
                write(Search.Findings.NONE, suggestion);
                return ExitCode.SUCCESS;
            }
            Search search =
                    new Search(solver, policy, place.sandboxes(), workers.slots(), new Search.Budget(edits, budget));
            Search.Findings findings = search.repairs(
                    observed(project, failing, place),
                    DrawKey.of(seed, "solve"),
                    round -> say("searching, round " + round));
            report(findings, suggestion);
            if (findings.isRepaired() && apply) {
                apply(findings.repairs().get(0), suggestion);
            }
            return findings.isRepaired() ? ExitCode.SUCCESS : ExitCode.FAILURE;
        } catch (SandboxFault e) {
            throw Fault.failure("the sandbox failed: " + e.getMessage() + "; run the same command again");
        }
    }

    private PreparedRepository prepared(MinePlace place) throws Fault {
        MinedRepositories repositories = place.repositories();
        try (Sandbox slot = place.sandboxes().open()) {
            return repositories.open(
                    repositories.prepareBroken(coordinate(), slot).snapshot());
        } catch (RepositoryFault | SandboxFault e) {
            throw Fault.failure(String.valueOf(e.getMessage()));
        }
    }

    private Path folder() throws Fault {
        return absolute(Path.of(coordinate().path()));
    }

    /** Its POM may name other folders than the usual ones. */
    private String sources(MinePlace place) throws Fault {
        try {
            Path folder = folder();
            return folder.relativize(place.libraries().layout(folder).mainSources()) + "/";
        } catch (RepositoryFault e) {
            throw Fault.failure(String.valueOf(e.getMessage()));
        }
    }

    private Defect observed(PreparedRepository project, List<TestId> failing, MinePlace place)
            throws SandboxFault, Fault {
        try (Sandbox slot = place.sandboxes().open()) {
            Defect defect = FailingTests.observed(project, failing, slot);
            int tests = project.tests().size() + defect.failing().size();
            say(defect.failing().size() + " of " + tests + " tests fail: "
                    + defect.tests().stream().limit(SHOWN).toList());
            return defect;
        }
    }

    private void report(Search.Findings findings, Suggestion suggestion) throws Fault {
        print(suggestion.text(findings));
        write(findings, suggestion);
    }

    private void write(Search.Findings findings, Suggestion suggestion) throws Fault {
        new OutputFile("--json", json).write(() -> suggestion.json(findings));
    }

    /** @throws Fault when the sources have changed since they were prepared */
    private void apply(Repair repair, Suggestion suggestion) throws Fault, IOException {
        Path root = folder().resolve(suggestion.sources());
        Map<String, String> before = new TreeMap<>();
        for (String path : repair.patch().paths()) {
            String text = Files.readString(root.resolve(path), StandardCharsets.UTF_8);
            if (!text.equals(suggestion.repository().source(path))) {
                throw Fault.failure(path + " has changed meanwhile; nothing was written. Run the same command again");
            }
            before.put(path, text);
        }
        for (Map.Entry<String, String> file :
                Suggestion.after(repair.patch(), before).entrySet()) {
            new OutputFile("--apply", root.resolve(file.getKey())).write(file::getValue);
            out().println("written: " + root.resolve(file.getKey()));
        }
        out().flush();
    }

    private void preparing(
            RepositoryCoordinate project,
            org.elenchus.tools.mining.PreparationListener.Stage stage,
            int done,
            int total) {
        if (done == 0) {
            say("preparing " + project.shortName() + ": " + Words.of(stage));
        }
    }

    private void say(String text) {
        err().println(text);
        err().flush();
    }
}
