package org.elenchus.tools.mining.history.commits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.SourceTree;
import org.elenchus.tools.mining.history.CommitLine;
import org.elenchus.tools.mining.history.diff.FileDiff;
import org.elenchus.tools.mining.intake.GitChange;
import org.elenchus.tools.mining.intake.GitCommit;
import org.elenchus.tools.mining.intake.GitHistory;
import org.elenchus.tools.mining.intake.GitRevision;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.verifier.declaration.DeclarationFile;

/** Looks through the history of a repository for commits that are worth being built. Reads objects; builds nothing. */
public final class Commits {
    private static final int NAMED = 8;

    private final CommitLine line;
    private final GitHistory history;
    private final CommitFilter filter;
    private final IntakeLimits limits;

    private Commits(CommitLine line, GitHistory history, IntakeLimits limits) {
        this.line = line;
        this.history = history;
        this.filter = new CommitFilter(line.module());
        this.limits = limits;
    }

    /**
     * Opens a history.
     *
     * @param coordinate a {@code git:} one: its revision is where history is followed back from
     * @throws RepositoryFault when it is no repository, or the revision is no Java module of Maven's layout with tests
     */
    public static Commits of(RepositoryCoordinate coordinate, IntakeLimits limits) throws RepositoryFault, IOException {
        Path folder = SourceTree.of(coordinate);
        requirePlain(coordinate.module());
        requireModule(coordinate, GitRevision.of(folder, coordinate.revision()).paths());
        return new Commits(CommitLine.of(coordinate), GitHistory.of(folder, coordinate.revision()), limits);
    }

    private static void requirePlain(String module) throws RepositoryFault {
        if (!module.isEmpty() && !SourceRules.isPlain(module)) {
            throw new RepositoryFault(
                    "'" + module + "' is not the folder of a module. Name it from the top, such as tools/core");
        }
    }

    private static void requireModule(RepositoryCoordinate coordinate, List<String> paths) throws RepositoryFault {
        String module = coordinate.module();
        String inside = module.isEmpty() ? "" : module + "/";
        if (paths.contains(inside + DeclarationFile.NAME)) {
            throw new RepositoryFault(coordinate + " runs a command of its own (" + DeclarationFile.NAME
                    + "); histories are searched of Java modules in Maven's layout alone");
        }
        List<String> modules = modules(paths);
        if (!modules.contains(module)) {
            String named = modules.isEmpty()
                    ? ". No folder of it has them; histories are searched of Java modules in Maven's layout alone"
                    : ". Name a module that has them with --module DIR: " + some(modules);
            throw new RepositoryFault((module.isEmpty() ? "The top of " : "") + coordinate
                    + " has no src/main/java and src/test/java" + named);
        }
    }

    private static String some(List<String> modules) {
        String first = String.join(
                ", ",
                modules.stream()
                        .limit(NAMED)
                        .map(module -> module.isEmpty() ? "the top itself (without --module)" : module)
                        .toList());
        return modules.size() > NAMED ? first + " and " + (modules.size() - NAMED) + " more" : first;
    }

    /** Folders with main and test sources, by name. */
    private static List<String> modules(List<String> paths) {
        List<String> tested = folders(paths, "src/test/java/");
        return folders(paths, SourceRules.JAVA.root()).stream()
                .filter(tested::contains)
                // Samples that tests read are no modules.
                .filter(folder -> !("/" + folder + "/").contains("/src/"))
                .toList();
    }

    private static List<String> folders(List<String> paths, String layout) {
        return paths.stream()
                .filter(path -> path.endsWith(".java") && SourceRules.isPlain(path))
                .filter(path -> path.startsWith(layout) || path.contains("/" + layout))
                .map(path -> path.startsWith(layout) ? "" : path.substring(0, path.indexOf("/" + layout)))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Looks at commits from the newest on.
     *
     * @param most how many
     * @param since seconds since 1970; older ones are left out
     * @param candidates how many are wanted
     */
    public Survey survey(int most, OptionalLong since, int candidates) throws RepositoryFault, IOException {
        Map<PassedOver, Integer> passedOver = new EnumMap<>(PassedOver.class);
        List<GitCommit> wanted = new ArrayList<>();
        List<GitCommit> all = history.commits(most, since);
        for (GitCommit commit : all) {
            look(commit, wanted.size() < candidates)
                    .ifPresentOrElse(why -> passedOver.merge(why, 1, Integer::sum), () -> wanted.add(commit));
        }
        return Survey.of(line, history.head(), all.size(), passedOver, wanted);
    }

    private Optional<PassedOver> look(GitCommit commit, boolean more) throws IOException {
        Optional<PassedOver> byParents = filter.byParents(commit);
        if (byParents.isPresent()) {
            return byParents;
        }
        try {
            List<GitChange> changes = history.changes(commit.parents().getFirst(), commit.name());
            Optional<PassedOver> byPaths = filter.byPaths(changes);
            if (byPaths.isPresent()) {
                return byPaths;
            }
            if (!more) {
                return Optional.of(PassedOver.SURPLUS);
            }
            return changesCode(changes) ? Optional.empty() : Optional.of(PassedOver.NO_CODE);
        } catch (RepositoryFault missing) {
            return Optional.of(PassedOver.UNREADABLE);
        }
    }

    private boolean changesCode(List<GitChange> changes) throws RepositoryFault, IOException {
        for (GitChange edit : filter.edits(changes)) {
            Optional<String> before = history.text(edit.before(), limits);
            Optional<String> after = history.text(edit.after(), limits);
            boolean any = before.isPresent()
                    && after.isPresent()
                    && FileDiff.of(edit.path(), after.get(), before.get())
                            .filter(diff -> !diff.isEmpty())
                            .isPresent();
            if (any) {
                return true;
            }
        }
        return false;
    }
}
