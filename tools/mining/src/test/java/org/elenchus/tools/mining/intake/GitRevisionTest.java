package org.elenchus.tools.mining.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.tools.mining.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRevisionTest {
    @TempDir
    Path folder;

    private Path repository;
    private Path export;

    @BeforeEach
    void make() throws Exception {
        assumeTrue(Programs.areHere("git"), "SKIPPED: there is no git on this machine");
        repository = Files.createDirectory(folder.resolve("repository"));
        export = Files.createDirectory(folder.resolve("export"));
        git("init", "-q");
        Files.writeString(repository.resolve("a.txt"), "buggy\n");
        Files.createDirectories(repository.resolve("bin"));
        Files.writeString(repository.resolve("bin/run"), "#!/bin/sh\n").toFile().setExecutable(true);
        Files.createSymbolicLink(repository.resolve("link"), Path.of("/etc/passwd"));
        commit("one");
        git("tag", "v1");
        Files.writeString(repository.resolve("a.txt"), "the fix\n");
        commit("two");
    }

    private void commit(String message) throws Exception {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", message);
    }

    private String git(String... words) throws Exception {
        return git(new byte[0], words);
    }

    private String git(byte[] input, String... words) throws Exception {
        List<String> command = Stream.concat(Stream.of("git", "-C", repository.toString()), Stream.of(words))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        process.getOutputStream().write(input);
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.strip();
    }

    private List<String> exported(String revision) throws Exception {
        GitRevision.of(repository, revision).exportTo(export, IntakeLimits.DEFAULT);
        try (Stream<Path> files = Files.walk(export)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> export.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_revision_is_its_plain_files_without_links_history_or_later_work() throws Exception {
        assertThat(exported("v1")).containsExactly("a.txt", "bin/run");
        assertThat(export.resolve("a.txt")).hasContent("buggy\n");
        assertThat(export.resolve("bin/run")).isExecutable();
        assertThat(export.resolve("a.txt").toFile().canExecute()).isFalse();
        assertThat(export.resolve(".git")).doesNotExist();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_repository_that_makes_git_complain_without_end_is_exported_all_the_same() throws Exception {
        Files.write(
                repository.resolve(".git/objects/info/alternates"),
                IntStream.range(0, 3000).mapToObj(i -> "/nowhere/at/all/" + i).toList());

        assertThat(exported("v1")).containsExactly("a.txt", "bin/run");
    }

    @Test
    void what_is_not_committed_is_not_exported() throws Exception {
        Files.writeString(repository.resolve("a.txt"), "work in progress");
        Files.writeString(repository.resolve("b.txt"), "new");

        assertThat(exported("HEAD")).doesNotContain("b.txt");
        assertThat(export.resolve("a.txt")).hasContent("the fix\n");
    }

    @Test
    void nothing_that_a_repository_configures_is_run() throws Exception {
        Path sentinel = folder.resolve("sentinel");
        String touch = "sh -c 'touch " + sentinel + "; cat'";
        git("config", "filter.evil.smudge", touch);
        git("config", "filter.evil.clean", touch);
        git("config", "core.fsmonitor", touch);
        git("config", "core.pager", touch);
        git("config", "core.sshCommand", touch);
        git("config", "alias.rev-parse", "!" + touch);
        Files.writeString(repository.resolve(".git/info/attributes"), "* filter=evil\n");
        for (String hook : List.of("post-checkout", "pre-commit", "reference-transaction")) {
            Files.writeString(repository.resolve(".git/hooks/" + hook), "#!/bin/sh\ntouch " + sentinel + "\n")
                    .toFile()
                    .setExecutable(true);
        }

        assertThat(exported("v1")).contains("a.txt");
        assertThat(sentinel).doesNotExist();
    }

    @Test
    void a_tree_that_would_write_into_a_git_folder_is_refused() throws Exception {
        String blob = git("evil".getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--stdin");
        String hooks = git(("100755 blob " + blob + "\tpost-checkout\n").getBytes(StandardCharsets.UTF_8), "mktree");
        String dotGit = git(("040000 tree " + hooks + "\thooks\n").getBytes(StandardCharsets.UTF_8), "mktree");
        String tree = git(("040000 tree " + dotGit + "\t.git\n").getBytes(StandardCharsets.UTF_8), "mktree");
        String commit = git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit-tree", "-m", "x", tree);

        assertThatThrownBy(() -> exported(commit)).isInstanceOf(RefusedSource.class);
        assertThat(export).isEmptyDirectory();
    }

    @Test
    void a_tree_whose_paths_lead_out_is_refused() throws Exception {
        String blob = git("evil".getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--stdin");
        String up = git(("100644 blob " + blob + "\tescaped\n").getBytes(StandardCharsets.UTF_8), "mktree");
        String tree = git(("040000 tree " + up + "\t..\n").getBytes(StandardCharsets.UTF_8), "mktree");
        String commit = git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit-tree", "-m", "x", tree);

        assertThatThrownBy(() -> exported(commit)).isInstanceOf(RefusedSource.class);
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void sizes_are_capped() {
        assertThatThrownBy(() -> GitRevision.of(repository, "v1")
                        .exportTo(export, new IntakeLimits(1, 1_000, 1_000, 100, 1_000)))
                .isInstanceOf(RefusedSource.class);
        assertThatThrownBy(() ->
                        GitRevision.of(repository, "v1").exportTo(export, new IntakeLimits(100, 3, 1_000, 100, 1_000)))
                .isInstanceOf(RefusedSource.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "--help", "-n1", "v1..HEAD", "v1:a.txt", "", "HEAD --all"})
    void what_is_no_revision_is_refused(String revision) {
        assertThatThrownBy(() -> GitRevision.of(repository, revision))
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("revision");
    }

    @Test
    void a_folder_within_a_repository_is_not_taken_for_it() {
        assertThatThrownBy(() -> GitRevision.of(repository.resolve("bin"), "HEAD"))
                .isInstanceOf(RepositoryFault.class);
    }
}
