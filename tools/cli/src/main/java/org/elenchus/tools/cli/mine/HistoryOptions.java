package org.elenchus.tools.cli.mine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.OptionalLong;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.mining.PreparationLimits;
import org.elenchus.tools.mining.history.commits.Commits;
import org.elenchus.tools.mining.history.commits.Survey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which commits to search. */
final class HistoryOptions {
    /** More commits than these are no bound. */
    private static final int MOST_COMMITS = 50_000;

    private static final int COMMITS = 300;
    private static final int CANDIDATES = 40;

    @Option(
            names = "--history",
            paramLabel = "REPO",
            description = "Search the commits that led to git:PATH[@REVISION], a local repository.")
    private @Nullable String history;

    @Option(
            names = "--module",
            paramLabel = "DIR",
            description = "With --history: the folder of one Maven module, from the repository's top.")
    private @Nullable String module;

    @Option(
            names = "--commits",
            paramLabel = "N",
            description = "With --history: commits to look at, newest first (default: " + COMMITS + ").")
    private @Nullable Integer commits;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "With --history: none before this day, YYYY-MM-DD (UTC).")
    private @Nullable String since;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            description =
                    "With --history: promising commits to build and search at most (default: " + CANDIDATES + ").")
    private @Nullable Integer candidates;

    boolean isAsked() {
        return history != null;
    }

    /** Whether something was typed that is for a history alone. */
    boolean hasMore() {
        return module != null || since != null || commits != null || candidates != null;
    }

    /** Looks at the commits. Reads the repository and writes nothing. */
    Survey survey() throws Fault, IOException {
        RepositoryCoordinate coordinate = coordinate();
        int most = Bounds.atLeast(1, "--commits", commits == null ? COMMITS : commits);
        Bounds.atMost(MOST_COMMITS, "--commits", most);
        int wanted = Bounds.atLeast(1, "--candidates", candidates == null ? CANDIDATES : candidates);
        OptionalLong day = day();
        try {
            return Commits.of(coordinate, PreparationLimits.DEFAULT.intake()).survey(most, day, wanted);
        } catch (RepositoryFault e) {
            throw Fault.usage("--history: " + e.getMessage());
        }
    }

    /** With the path from the root of the disk: what is found is kept under it, wherever the command is given next. */
    private RepositoryCoordinate coordinate() throws Fault {
        RepositoryCoordinate typed;
        try {
            typed = new RepositoryCoordinate(Objects.requireNonNull(history).strip());
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--history: " + e.getMessage());
        }
        if (!typed.isGit()) {
            throw Fault.usage("--history takes git:PATH or git:PATH@REVISION, a local repository; got " + typed);
        }
        if (module != null && !typed.module().isEmpty()) {
            throw Fault.usage("a module is named twice, in --history and by --module; name it once");
        }
        String folder = (module == null ? typed.module() : module).strip().replaceAll("^\\./|/+$", "");
        String path = Path.of(typed.path()).toAbsolutePath().normalize().toString();
        return new RepositoryCoordinate(
                "git:" + path + "@" + typed.revision() + (folder.isEmpty() || folder.equals(".") ? "" : ":" + folder));
    }

    private OptionalLong day() throws Fault {
        try {
            return since == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(LocalDate.parse(since.strip())
                            .atStartOfDay(ZoneOffset.UTC)
                            .toEpochSecond());
        } catch (DateTimeParseException e) {
            throw Fault.usage("--since " + since + " is no day; write it as YYYY-MM-DD");
        }
    }
}
