package org.elenchus.tools.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.bench.measure.SlotSet;
import org.elenchus.tools.cli.bench.reach.ReachBench;
import org.elenchus.tools.cli.bench.reach.ReachJson;
import org.elenchus.tools.cli.bench.reach.ReachText;
import org.elenchus.tools.cli.bench.reach.RealBugReach;
import org.elenchus.tools.cli.bench.reach.RealFix;
import org.elenchus.tools.cli.bench.reach.StateReach;
import org.elenchus.tools.cli.mine.MinePlace;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.repair.operators.Purpose;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the solver's edits could mend. */
@Command(
        name = "reach",
        sortOptions = false,
        description = {
            "Whether the solver could make the edit that mends. Each operator breaks a repository at a seeded sample of places that",
            "then fail tests; reached is where an edit offered at a suspected place brings the original back, up to white space,",
            "braces and parentheses, or means the same. With --real-bugs, the same question for the bugs that 'elenchus mine' makes (docs/real-bugs.md),",
            "with --pairs for fixes whose tests are not run: is there an edit, or are there two, that make the human fix."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus bench reach",
            "  elenchus bench reach maven:commons-cli:commons-cli:1.10.0 --sites 20 --json reach.json",
            "  elenchus bench reach --real-bugs",
            "  elenchus bench reach --real-bugs --libraries commons-cli:commons-cli",
            "  elenchus bench reach --pairs mined/"
        })
public final class ReachCommand extends Verb {
    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--sites",
            paramLabel = "N",
            defaultValue = "40",
            description = "Broken states of each operator, in each repository (default: ${DEFAULT-VALUE}).")
    private int sites;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "Sandboxes at work at once (default: the number of cores).")
    private int slots = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--pairs",
            paramLabel = "FOLDER",
            description = "Look at real fixes instead: a folder of tasks, each with broken/ and fixed/ source trees.")
    private @Nullable Path pairs;

    @Option(
            names = "--real-bugs",
            description =
                    "Look at real fixes instead: those of the list that comes along whose repair is one run of lines.")
    private boolean realBugs;

    @Option(
            names = "--libraries",
            split = ",",
            paramLabel = "G:A",
            description = "With --real-bugs: only these libraries, separated by commas (default: all of the list).")
    private @Nullable List<String> libraries;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures and every state to a file.")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        List<RepositoryCoordinate> repositories = options.repositories();
        if (options.purpose() != Purpose.BREAK) {
            throw Fault.usage("reach breaks as the task author does; leave out --edits");
        }
        Bounds.atLeast(1, "--sites", sites);
        Bounds.atLeast(1, "--slots", slots);
        OutputFile file = new OutputFile("--json", json);
        file.check();
        Ticker ticker = new Ticker(err());
        Map<String, List<StateReach>> states = new LinkedHashMap<>();
        List<RealFix> fixes = new ArrayList<>();
        if (pairs != null && realBugs) {
            throw Fault.usage("--pairs and --real-bugs are two sources of fixes; name one");
        }
        if (libraries != null && !realBugs) {
            throw Fault.usage("--libraries chooses among real bugs; add --real-bugs");
        }
        if (realBugs) {
            fixes.addAll(mined(ticker));
            out().print(ReachText.ofFixes(fixes));
        } else if (pairs != null) {
            List<Path> tasks = RealFix.tasks(pairs);
            for (Path task : tasks) {
                ticker.tick("real fixes: " + fixes.size() + "/" + tasks.size());
                fixes.add(RealFix.of(task));
            }
            out().print(ReachText.ofFixes(fixes));
        } else {
            try (Workplace workplace = Workplace.open(paths(), options.sandbox(), err(), ticker)) {
                for (RepositoryCoordinate repository : repositories) {
                    err().println(repository.value());
                    states.put(repository.value(), measure(workplace, repository, ticker));
                }
            }
            states.forEach((repository, own) -> out().print(repository + "\n" + ReachText.ofStates(own) + "\n"));
        }
        out().flush();
        file.write(() -> ReachJson.text(options.seed(), states, fixes));
        return ExitCode.SUCCESS.code();
    }

    private List<RealFix> mined(Ticker ticker) throws Exception {
        List<RealBug> bugs = BugList.reviewed().bugs().stream()
                .filter(RealBug::isSingleHunk)
                .filter(bug ->
                        libraries == null || libraries.contains(bug.library().toString()))
                .toList();
        if (bugs.isEmpty()) {
            throw Fault.usage(
                    "the list has no bug of these --libraries; write GROUP:ARTIFACT as docs/real-bugs.md does");
        }
        try (MinePlace place = MinePlace.open(
                paths(),
                MavenLibraries.ofThisMachine(false),
                options.sandbox(),
                (repository, stage, done, total) -> ticker.tick("preparing " + repository.value()),
                err())) {
            return new RealBugReach(place).measure(bugs, slots, remark -> {
                err().println(remark);
                err().flush();
            });
        } catch (SandboxFault e) {
            throw Fault.failure("the sandbox failed: " + e.getMessage() + "; run the same command again");
        }
    }

    private List<StateReach> measure(Workplace workplace, RepositoryCoordinate coordinate, Ticker ticker)
            throws Fault, InterruptedException {
        ticker.begin("preparing");
        PreparedRepository repository = workplace.prepared(coordinate);
        ticker.begin("breaking, with each operator " + sites + " times at most");
        try (SlotSet set = workplace.slots(slots)) {
            return ReachBench.measure(
                    repository, sites, options.seed(), set, done -> ticker.tick("broken states: " + done));
        } catch (SandboxFault e) {
            throw Fault.failure(coordinate + ": " + e.getMessage());
        }
    }
}
