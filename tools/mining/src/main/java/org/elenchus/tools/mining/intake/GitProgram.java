package org.elenchus.tools.mining.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * git on one repository that is not trusted. No hook, filter, pager or file system monitor runs, nothing is fetched, and no settings but the
 * repository's own are read; callers use nothing but git's object reader.
 */
final class GitProgram {
    private static final int MOST_LISTING = 16 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path repository;

    /** @param repository its folder; a repository around it is not meant */
    GitProgram(Path repository) {
        this.repository = repository;
    }

    /** What a call prints. */
    byte[] run(String... words) throws GitRefusal, IOException {
        try (GitCall call = start(PATIENCE, words)) {
            call.input().close();
            byte[] printed = call.output().readNBytes(MOST_LISTING + 1);
            if (printed.length > MOST_LISTING) {
                throw new GitRefusal("it has too many files or commits");
            }
            call.requireSuccess();
            return printed;
        }
    }

    /** A call that is talked with. @param patience it is ended after so long */
    GitCall start(Duration patience, String... words) throws GitRefusal {
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
            return new GitCall(builder.start(), patience);
        } catch (IOException e) {
            throw new GitRefusal("git cannot be started; install it, or use dir:PATH");
        }
    }
}
