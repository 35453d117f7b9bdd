package org.elenchus.tools.mining.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.SourceRules;

/**
 * One revision of a git repository, exported as plain files: no history, no references, no {@code .git}, so that nothing about a fix can
 * be found there. Only git's object reader is used. It runs no hooks, filters or file system monitors, and it may fetch nothing.
 */
public final class GitRevision {
    /** For all files of a revision. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./^~{}-]{0,200}");
    private static final Pattern ENTRY = Pattern.compile("(\\d{6}) (\\w+) ([0-9a-f]{40,64})\t(.+)", Pattern.DOTALL);

    private final Path repository;
    private final GitProgram git;
    private final String commit;

    private GitRevision(Path repository, GitProgram git, String commit) {
        this.repository = repository;
        this.git = git;
        this.commit = commit;
    }

    /** @throws RepositoryFault when the folder is no git repository, or has no such revision */
    public static GitRevision of(Path folder, String revision) throws RepositoryFault, IOException {
        Path repository = folder.toRealPath();
        if (!REVISION.matcher(revision).matches() || revision.contains("..")) {
            throw new RepositoryFault("'" + revision + "' does not name a revision. Use git:PATH@REVISION with a"
                    + " commit, a tag or a branch; a path that holds an @ needs one, too");
        }
        GitProgram git = new GitProgram(repository);
        String found;
        try {
            found = new String(
                            git.run("rev-parse", "--verify", "--quiet", revision + "^{commit}"), StandardCharsets.UTF_8)
                    .strip();
        } catch (GitRefusal e) {
            String why = e.getMessage() == null || e.getMessage().isBlank() ? "" : " (" + e.getMessage() + ")";
            throw new RepositoryFault(
                    "There is no revision '" + revision + "' in the git repository " + repository + why
                            + ". Check the path and the revision",
                    e);
        }
        return new GitRevision(repository, git, found);
    }

    /** The commit's full name. */
    public String commit() {
        return commit;
    }

    /** Whether it has a file of that name. */
    public boolean holds(String path) throws RepositoryFault, IOException {
        return paths().contains(path);
    }

    /** The names of its files, as git orders them. */
    public List<String> paths() throws RepositoryFault, IOException {
        try {
            return entries().stream().map(Entry::path).toList();
        } catch (GitRefusal e) {
            throw unreadable(e);
        }
    }

    private RepositoryFault unreadable(GitRefusal e) {
        return new RepositoryFault("git cannot read " + repository + ": " + e.getMessage(), e);
    }

    /** Writes its files. Links and submodules are left out. */
    public void exportTo(Path folder, IntakeLimits limits) throws RepositoryFault, RefusedSource, IOException {
        exportTo(folder, limits, path -> true);
    }

    /** Writes those of its files whose names are wanted. */
    public void exportTo(Path folder, IntakeLimits limits, Predicate<String> wanted)
            throws RepositoryFault, RefusedSource, IOException {
        try {
            List<Entry> entries = entries().stream()
                    .filter(entry -> wanted.test(entry.path()))
                    .toList();
            try (GitCall reader = git.start(PATIENCE, "cat-file", "--batch")) {
                export(entries, reader, folder, limits);
            }
        } catch (GitRefusal e) {
            throw unreadable(e);
        }
    }

    private static void export(List<Entry> entries, GitCall reader, Path folder, IntakeLimits limits)
            throws RefusedSource, GitRefusal, IOException {
        Gauge gauge = new Gauge(limits, 0);
        try (InputStream blobs = new BufferedInputStream(reader.output())) {
            for (Entry entry : entries) {
                gauge.countFile();
                requirePlain(entry.path());
                reader.input().write((entry.object() + "\n").getBytes(StandardCharsets.US_ASCII));
                reader.input().flush();
                Path target = folder.resolve(entry.path());
                gauge.copy(blob(blobs, limits), target, entry.path());
                allow(target, entry.program());
            }
        } catch (GitRefusal | IOException e) {
            reader.requireInTime();
            throw e;
        }
    }

    private static void requirePlain(String path) throws RefusedSource {
        Placement.of(path);
        if (!SourceRules.isPlain(path)) {
            throw new RefusedSource("a file of the revision would lie in .git or outside its folder");
        }
    }

    private record Entry(String path, String object, boolean program) {}

    private List<Entry> entries() throws GitRefusal, IOException {
        String listing = new String(git.run("ls-tree", "-r", "-z", "--full-tree", commit), StandardCharsets.UTF_8);
        List<Entry> entries = new ArrayList<>();
        for (String line : listing.split("\0", -1)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches() && entry.group(1).startsWith("100")) {
                entries.add(
                        new Entry(entry.group(4), entry.group(3), entry.group(1).equals("100755")));
            }
        }
        return entries;
    }

    /** The content of the next object. Its size was claimed by git; bytes are counted again by the gauge. */
    private static InputStream blob(InputStream blobs, IntakeLimits limits)
            throws IOException, RefusedSource, GitRefusal {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = blobs.read(); next != '\n'; next = blobs.read()) {
            if (next < 0 || head.size() > 200) {
                throw new GitRefusal("an object is missing or damaged");
            }
            head.write(next);
        }
        String[] words = head.toString(StandardCharsets.US_ASCII).split(" ", -1);
        if (words.length != 3 || !words[1].equals("blob")) {
            throw new GitRefusal("an object is missing or damaged");
        }
        long size = Long.parseLong(words[2]);
        if (size > limits.fileBytes()) {
            throw new RefusedSource("a file is larger than " + limits.fileBytes() + " bytes");
        }
        byte[] content = blobs.readNBytes((int) size);
        if (content.length != size || blobs.read() != '\n') {
            throw new GitRefusal("an object is missing or damaged");
        }
        return new ByteArrayInputStream(content);
    }

    private static void allow(Path file, boolean program) throws IOException {
        if (program && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
