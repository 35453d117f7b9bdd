package org.elenchus.tools.mining.history.commits;

import java.util.List;
import java.util.Optional;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.tools.mining.intake.GitChange;
import org.elenchus.tools.mining.intake.GitCommit;

/** Tells by names alone whether a commit may have mended a bug and brought a test for it. Pure. */
public final class CommitFilter {
    /** Fixes are small. A commit that changes more Java files than these is a reorganisation. */
    public static final int MOST_FILES = 30;

    private final String main;
    private final String test;

    /** @param module its folder below the top; empty for the top itself */
    public CommitFilter(String module) {
        String inside = module.isEmpty() ? "" : module + "/";
        this.main = inside + SourceRules.JAVA.root();
        this.test = inside + "src/test/java/";
    }

    /** Why it needs no look at its changes; empty when they count. */
    Optional<PassedOver> byParents(GitCommit commit) {
        return switch (commit.parents().size()) {
            case 0 -> Optional.of(PassedOver.NO_PARENT);
            case 1 -> Optional.empty();
            default -> Optional.of(PassedOver.MERGE);
        };
    }

    /** Why its changes cannot be such a fix; empty when they may be. */
    Optional<PassedOver> byPaths(List<GitChange> changes) {
        List<GitChange> mains = below(main, changes);
        List<GitChange> tests = below(test, changes);
        if (mains.isEmpty()) {
            return Optional.of(PassedOver.NO_MAIN);
        }
        if (tests.stream().noneMatch(GitChange::isThere)) {
            return Optional.of(PassedOver.NO_TEST);
        }
        boolean odd = changes.stream().anyMatch(change -> !SourceRules.isPlain(change.path()))
                || mains.stream().anyMatch(CommitFilter::isNoFile)
                || tests.stream().anyMatch(CommitFilter::isNoFile);
        if (odd) {
            return Optional.of(PassedOver.ODD_PATH);
        }
        if (mains.size() + tests.size() > MOST_FILES) {
            return Optional.of(PassedOver.LARGE);
        }
        return edits(changes).isEmpty() ? Optional.of(PassedOver.NO_EDIT) : Optional.empty();
    }

    /** Main Java files that are there before and after. */
    List<GitChange> edits(List<GitChange> changes) {
        return below(main, changes).stream().filter(GitChange::isEdit).toList();
    }

    private static boolean isNoFile(GitChange change) {
        return change.before().isEmpty() && change.after().isEmpty();
    }

    private static List<GitChange> below(String folder, List<GitChange> changes) {
        return changes.stream()
                .filter(change ->
                        change.path().startsWith(folder) && change.path().endsWith(".java"))
                .toList();
    }
}
