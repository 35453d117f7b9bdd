package org.elenchus.tools.cli.mine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.mining.history.Library;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.commits.Survey;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.search.Found;
import org.elenchus.tools.mining.history.search.Recreation.Made;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mines real bugs. */
@Command(
        name = "mine",
        sortOptions = false,
        description = {
            "Real bugs that people mended, as repair tasks (docs/real-bugs.md).",
            "Without --discover or --history, the tasks of a list are made again: each passes the four gates here, or says why not.",
            "With --discover, releases of libraries are searched; with --history, the commits of a local git repository, each with its parent.",
            "A search that was broken off goes on where it was.",
            "Exit code 0: all of the list was made, or all was searched; 1: not all."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus mine                                  the tasks of the list that comes with Elenchus",
            "  elenchus mine --libraries commons-cli:commons-cli --out bugs",
            "  elenchus mine --discover --releases 3 --list found.json",
            "  elenchus mine --list found.json --json out.json",
            "  elenchus mine --history git:../shop --commits 500 --out bugs",
            "  elenchus mine --history git:../shop@v2.1 --module core --since 2025-01-01 --json out.json"
        })
public final class MineCommand extends Verb {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    @Option(names = "--discover", description = "Search release histories.")
    private boolean discover;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Mixin
    private final MineOptions options = new MineOptions();

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description =
                    "The list to read; with --discover or --history, to write (default: read the one that comes along).")
    private @Nullable Path list;

    @Option(names = "--mixed", description = "With --discover or --history: list what is not genuine, too.")
    private boolean mixed;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write each task to a folder in this one: broken and fixed sources, tests, task.json.")
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write what was found or made to a file, for scripts.")
    private @Nullable Path json;

    @Mixin
    private final SandboxOptions sandbox = new SandboxOptions();

    @Override
    public Integer call() throws Exception {
        report().check();
        found().check();
        checkTogether();
        int slots = options.slots();
        List<Library> libraries = options.libraries();
        int releases = options.releases();
        long pairNanos = options.pairMinutes() * MINUTE_NANOS;
        Optional<Survey> survey = history.isAsked() ? Optional.of(history.survey()) : Optional.empty();
        List<RealBug> listed = discover || survey.isPresent() ? List.of() : listed();
        Remarks remarks = new Remarks(err());
        try (MinePlace place =
                MinePlace.open(paths(), MavenLibraries.ofThisMachine(false), sandbox, remarks::preparing, err())) {
            Searching searching = new Searching(place, remarks, slots, pairNanos);
            Making making = new Making(place, remarks, slots);
            if (survey.isPresent()) {
                return commits(survey.get(), place, searching, making);
            }
            return discover ? search(place, searching, libraries, releases) : make(place, listed, making);
        } catch (SandboxFault e) {
            throw Fault.failure(
                    "the sandbox failed: " + e.getMessage() + "; what was done is kept, so run the same command again");
        }
    }

    private OutputFile report() {
        return new OutputFile("--json", json);
    }

    /** The list that a search writes. */
    private OutputFile found() {
        return new OutputFile("--list", discover || history.isAsked() ? list : null);
    }

    private void checkTogether() throws Fault {
        if (out != null && !canBeFolder(absolute(out))) {
            throw Fault.usage("--out " + out + " is no folder; name one, which may be new");
        }
        if (discover && history.isAsked()) {
            throw Fault.usage("--discover searches releases and --history commits; give one of them at a time");
        }
        if (history.isAsked() && options.namesLibraries()) {
            throw Fault.usage(
                    "--libraries is for releases; of a repository with several modules, name one by --module");
        }
        if (!history.isAsked() && history.hasMore()) {
            throw Fault.usage("--module, --commits, --since and --candidates are for --history git:PATH");
        }
        if (discover && out != null) {
            throw Fault.usage(
                    "--out writes the tasks of a list; search first, then run 'elenchus mine --list FILE --out FOLDER'");
        }
    }

    private int commits(Survey survey, MinePlace place, Searching searching, Making making)
            throws SandboxFault, InterruptedException, IOException, Fault {
        List<Found> all = searching.search(survey.pairs(), place.foundInCommits());
        BugList bugs = MineReport.list(all, mixed);
        CommitReport text = new CommitReport(survey, all, bugs);
        print(text.text());
        found().write(bugs::json);
        report().write(text::json);
        boolean whole = all.size() == survey.candidates().size();
        if (out != null && !bugs.bugs().isEmpty()) {
            List<Made> made = making.make(bugs.bugs());
            write(place, made);
            whole &= made.stream().allMatch(Made.Valid.class::isInstance);
        }
        return (whole ? ExitCode.SUCCESS : ExitCode.FAILURE).code();
    }

    private int search(MinePlace place, Searching searching, List<Library> libraries, int releases)
            throws SandboxFault, InterruptedException, IOException, Fault {
        List<ReleasePair> pairs = searching.pairs(libraries, releases);
        List<Found> all = searching.search(pairs, place.foundBefore());
        BugList bugs = MineReport.list(all, mixed).without(BugList.reviewed());
        print(MineReport.searched(all, bugs));
        found().write(bugs::json);
        report().write(() -> MineReport.json(all));
        return (all.size() == pairs.size() && !pairs.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE).code();
    }

    private int make(MinePlace place, List<RealBug> bugs, Making making)
            throws SandboxFault, InterruptedException, IOException, Fault {
        List<Made> all = making.make(bugs);
        print(MineReport.made(all));
        report().write(() -> MineReport.madeJson(all));
        write(place, all);
        return (all.stream().allMatch(Made.Valid.class::isInstance) ? ExitCode.SUCCESS : ExitCode.FAILURE).code();
    }

    private void write(MinePlace place, List<Made> all) throws IOException {
        if (out != null) {
            TaskFolders folders = new TaskFolders(absolute(out), place.prepared());
            for (Made made : all) {
                if (made instanceof Made.Valid valid) {
                    folders.write(valid.bug(), valid.task());
                }
            }
        }
    }

    /** Whether it is a folder, or one could be made there. */
    private static boolean canBeFolder(@Nullable Path path) {
        return path == null || (Files.exists(path) ? Files.isDirectory(path) : canBeFolder(path.getParent()));
    }

    private List<RealBug> listed() throws Fault {
        List<Library> wanted = options.libraries();
        List<RealBug> bugs = (list == null ? BugList.reviewed() : read(list))
                .bugs().stream()
                        .filter(bug -> !options.namesLibraries() || wanted.contains(bug.library()))
                        .toList();
        if (bugs.isEmpty()) {
            throw Fault.usage("the list has no bug of these libraries; search for some with --discover --list FILE");
        }
        return bugs;
    }

    private static BugList read(Path typed) throws Fault {
        try {
            return BugList.read(Files.readAllBytes(absolute(typed)))
                    .orElseThrow(() -> Fault.usage("--list " + typed
                            + " is no list of real bugs of this version; write one with --discover --list FILE"));
        } catch (IOException e) {
            throw Fault.usage("--list " + typed + " cannot be read; write one with --discover --list FILE");
        }
    }
}
