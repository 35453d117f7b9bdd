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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.SourceRules;

/**
 * One revision of a git repository, exported as plain files: no history, no references, no {@code .git}, so that nothing about a fix can
 * be found there. Only git's object reader is used. It runs no hooks, filters or file system monitors, and it may fetch nothing.
 */
public final class GitRevision {
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./^~{}-]{0,200}");
    private static final Pattern ENTRY = Pattern.compile("(\\d{6}) (\\w+) ([0-9a-f]{40,64})\t(.+)", Pattern.DOTALL);
    private static final int MOST_LISTING = 16 << 20;
    private static final int PATIENCE_SECONDS = 120;

    private final Path repository;
    private final String commit;

    private GitRevision(Path repository, String commit) {
        this.repository = repository;
        this.commit = commit;
    }

    /** @throws RepositoryFault when the folder is no git repository, or has no such revision */
    public static GitRevision of(Path folder, String revision) throws RepositoryFault, IOException {
        Path repository = folder.toRealPath();
        if (!REVISION.matcher(revision).matches() || revision.contains("..")) {
            throw new RepositoryFault("'" + revision + "' does not name a revision. Use git:PATH@REVISION with a"
                    + " commit, a tag or a branch; a path that holds an @ needs one, too");
        }
        GitRevision unresolved = new GitRevision(repository, "");
        String found;
        try {
            found = new String(
                            unresolved.git("rev-parse", "--verify", "--quiet", revision + "^{commit}"),
                            StandardCharsets.UTF_8)
                    .strip();
        } catch (GitRefusal e) {
            String why = e.getMessage() == null || e.getMessage().isBlank() ? "" : " (" + e.getMessage() + ")";
            throw new RepositoryFault(
                    "There is no revision '" + revision + "' in the git repository " + repository + why
                            + ". Check the path and the revision",
                    e);
        }
        return new GitRevision(repository, found);
    }

    /** The commit's full name. */
    public String commit() {
        return commit;
    }

    /** Whether it has a file of that name. */
    public boolean holds(String path) throws RepositoryFault, IOException {
        try {
            return entries().stream().anyMatch(entry -> entry.path().equals(path));
        } catch (GitRefusal e) {
            throw unreadable(e);
        }
    }

    private RepositoryFault unreadable(GitRefusal e) {
        return new RepositoryFault("git cannot read " + repository + ": " + e.getMessage(), e);
    }

    /** Writes its files. Links and submodules are left out. */
    public void exportTo(Path folder, IntakeLimits limits) throws RepositoryFault, RefusedSource, IOException {
        try {
            List<Entry> entries = entries();
            Gauge gauge = new Gauge(limits, 0);
            Process reader = start("cat-file", "--batch");
            try (InputStream blobs = new BufferedInputStream(reader.getInputStream())) {
                for (Entry entry : entries) {
                    gauge.countFile();
                    requirePlain(entry.path());
                    reader.getOutputStream().write((entry.object() + "\n").getBytes(StandardCharsets.US_ASCII));
                    reader.getOutputStream().flush();
                    Path target = folder.resolve(entry.path());
                    gauge.copy(blob(blobs, limits), target, entry.path());
                    allow(target, entry.program());
                }
            } finally {
                reader.destroyForcibly();
            }
        } catch (GitRefusal e) {
            throw unreadable(e);
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
        String listing = new String(git("ls-tree", "-r", "-z", "--full-tree", commit), StandardCharsets.UTF_8);
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

    private byte[] git(String... words) throws GitRefusal, IOException {
        Process process = start(words);
        try {
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readNBytes(MOST_LISTING + 1);
            if (printed.length > MOST_LISTING) {
                throw new GitRefusal("it has too many files");
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new GitRefusal("git takes too long");
            }
            if (process.exitValue() != 0) {
                throw new GitRefusal(new String(process.getErrorStream().readNBytes(300), StandardCharsets.UTF_8)
                        .strip()
                        .replaceAll("\\s+", " "));
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String... words) throws GitRefusal {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager", "--no-replace-objects"));
        command.addAll(List.of("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(List.of("-c", "safe.directory=*", "-C", repository.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        // The folder itself is meant, not a repository around it.
        Path above = repository.toAbsolutePath().getParent();
        builder.environment().put("GIT_CEILING_DIRECTORIES", above == null ? "/" : above.toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        builder.environment().put("GIT_ALLOW_PROTOCOL", "none");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GitRefusal("git cannot be started; install it, or use dir:PATH");
        }
    }

    /** git said no, or said something odd. */
    private static final class GitRefusal extends Exception {
        private static final long serialVersionUID = 1L;

        GitRefusal(String message) {
            super(message);
        }
    }
}
