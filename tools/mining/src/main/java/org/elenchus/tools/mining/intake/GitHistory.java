package org.elenchus.tools.mining.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.elenchus.actors.port.RepositoryFault;

/** What led to a revision: commits, and what each changed. Like {@link GitRevision}, it reads objects and runs nothing that a repository configures. */
public final class GitHistory {
    private static final Pattern COMMIT = Pattern.compile("([0-9a-f]{40,64})\0([0-9a-f ]*)\0(\\d{1,18})\0(.*)");
    private static final Pattern CHANGE =
            Pattern.compile(":(\\d{6}) (\\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [A-Z]\\d*");
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{40,64}");

    private final Path repository;
    private final GitProgram git;
    private final String head;

    private GitHistory(Path repository, String head) {
        this.repository = repository;
        this.git = new GitProgram(repository);
        this.head = head;
    }

    /** @throws RepositoryFault when the folder is no git repository, or has no such revision */
    public static GitHistory of(Path folder, String revision) throws RepositoryFault, IOException {
        String head = GitRevision.of(folder, revision).commit();
        return new GitHistory(folder.toRealPath(), head);
    }

    /** The full name of the commit that all led to. */
    public String head() {
        return head;
    }

    /**
     * Commits from the newest on, merges among them.
     *
     * @param most no more than these
     * @param since seconds since 1970; older ones are left out
     */
    public List<GitCommit> commits(int most, OptionalLong since) throws RepositoryFault, IOException {
        // Subjects may have any length; git cuts them first. Signatures are not looked at, so no program checks them.
        List<String> words = new ArrayList<>(List.of("rev-list", "--max-count=" + most, "--encoding=UTF-8"));
        words.add("--format=%H%x00%P%x00%ct%x00%<(" + (2 * GitCommit.LONGEST_SUBJECT) + ",trunc)%s");
        since.ifPresent(seconds -> words.add("--since=@" + seconds + " +0000"));
        words.addAll(List.of("--end-of-options", head, "--"));
        return printed(words.toArray(String[]::new))
                .lines()
                .map(COMMIT::matcher)
                .filter(Matcher::matches)
                .map(GitHistory::commit)
                .toList();
    }

    private static GitCommit commit(Matcher line) {
        List<String> parents = Stream.of(line.group(2).split(" ", -1))
                .filter(parent -> !parent.isEmpty())
                .toList();
        return new GitCommit(line.group(1), parents, Long.parseLong(line.group(3)), line.group(4));
    }

    /** What a commit changed in the tree of another. @param older the full name of a commit @param newer another's */
    public List<GitChange> changes(String older, String newer) throws RepositoryFault, IOException {
        String[] parts = printed(
                        "diff-tree",
                        "-r",
                        "-z",
                        "--raw",
                        "--no-renames",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--no-commit-id",
                        "--full-index",
                        plain(older),
                        plain(newer),
                        "--")
                .split("\0", -1);
        List<GitChange> changes = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            Matcher change = CHANGE.matcher(parts[i]);
            if (!change.matches()) {
                throw new RepositoryFault("git cannot read " + repository + ": it said something odd of " + newer);
            }
            changes.add(new GitChange(
                    parts[i + 1], file(change.group(1), change.group(3)), file(change.group(2), change.group(4))));
        }
        return List.copyOf(changes);
    }

    /** Links and submodules are no plain files. */
    private static String file(String mode, String object) {
        return mode.startsWith("100") ? object : "";
    }

    /** The text of a plain file; empty when it is too large. @param file as a {@link GitChange} names it */
    public Optional<String> text(String file, IntakeLimits limits) throws RepositoryFault, IOException {
        String size = printed("cat-file", "-s", plain(file)).strip();
        return size.length() > 9 || Long.parseLong(size) > limits.fileBytes()
                ? Optional.empty()
                : Optional.of(printed("cat-file", "blob", plain(file)));
    }

    private static String plain(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no object's full name");
        }
        return name;
    }

    private String printed(String... words) throws RepositoryFault, IOException {
        try {
            return new String(git.run(words), StandardCharsets.UTF_8);
        } catch (GitRefusal e) {
            throw new RepositoryFault("git cannot read " + repository + ": " + e.getMessage(), e);
        }
    }
}
