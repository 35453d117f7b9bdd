package org.elenchus.tools.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A git repository that tests commit to. */
public final class GitProject {
    private final Path folder;

    /** @param folder made here */
    public GitProject(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        git("init", "-q", "-b", "main");
    }

    public Path folder() {
        return folder;
    }

    public GitProject write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    public GitProject replace(String path, String from, String to) throws Exception {
        String text = Files.readString(folder.resolve(path));
        assertThat(text).contains(from);
        return write(path, text.replace(from, to));
    }

    /** @return the commit's full name */
    public String commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", message);
        return git("rev-parse", "HEAD");
    }

    public String merge(String branch) throws Exception {
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "merge", "-q", "--no-ff", "-m", "merge", branch);
        return git("rev-parse", "HEAD");
    }

    public String git(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(List.of(words) + ": " + printed).isZero();
        return printed.strip();
    }
}
