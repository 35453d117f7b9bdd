package org.elenchus.tools.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.maven.TestRepository;
import org.elenchus.tools.mining.suite.Script;
import org.elenchus.tools.sandbox.command.Command;
import org.elenchus.tools.sandbox.command.CommandEnd;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.process.ProcessHosts;
import org.elenchus.tools.verifier.AnyLanguageSandboxes;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that declare a command; here a shell script, so that nothing need be installed. */
class DeclaredRepositoriesTest {
    private static final TestId GOOD = new TestId("words", "first");
    private static final TestId FLAKY = new TestId("words", "now and then");
    private static final TestId BAD = new TestId("words", "never");

    @TempDir
    Path folder;

    private Path tree;
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void write() throws Exception {
        tree = Files.createDirectories(folder.resolve("words"));
        write("elenchus.json", """
                {"version": 1, "language": "text",
                 "sources": {"folders": ["main"], "extensions": [".txt"], "except": ["main/fixed.txt"]},
                 "command": ["sh", "tests/run.sh"], "environment": {"report": "{report}"},
                 "report": {"format": "junit-xml"}, "exclude": ["big"]}
                """);
        write("main/a.txt", "one\ntwo\n");
        write("main/fixed.txt", "x\n");
        write("big/blob.txt", "left out");
        write(".git/config", "left out");
        write("main/__pycache__/a.txt", "left out");
        write("tests/run.sh", """
                flaky=; [ $((RUN % 2)) = 0 ] && flaky='<failure/>'
                cat >"$report/a.xml" <<END
                <testsuite><testcase classname='words' name='first'/>
                <testcase classname='words' name='now and then'>$flaky</testcase>
                <testcase classname='words' name='never'><failure/></testcase></testsuite>
                END
                exit 1
                """);
    }

    /** Tells commands the how-manieth they are: {@code $RUN}, from 1. */
    private record Counting(CommandHost host, AtomicInteger runs) implements CommandHost {
        @Override
        public CommandEnd run(Command command) throws IOException, InterruptedException {
            return host.run(command.with("RUN", Integer.toString(runs.incrementAndGet())));
        }

        @Override
        public Enforcement enforcement() {
            return host.enforcement();
        }
    }

    private void write(String path, String text) throws Exception {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RepositoryCoordinate coordinate() {
        return new RepositoryCoordinate("dir:" + tree);
    }

    private interface Use<T> {
        T with(MinedRepositories repositories, Sandbox sandbox) throws Exception;
    }

    private <T> T at(Path data, Use<T> use) throws Exception {
        OutcomeMemo none = new OutcomeMemo() {
            @Override
            public Optional<Execution> recall(Digest request) {
                return Optional.empty();
            }

            @Override
            public void remember(Digest request, Execution outcome) {}
        };
        try (MinedRepositories repositories = new MinedRepositories(
                        data.resolve("repositories"),
                        new TestRepository(folder).libraries(false),
                        PreparationLimits.DEFAULT,
                        PreparationListener.SILENT);
                Sandbox sandbox = new AnyLanguageSandboxes(
                                Script::new,
                                data.resolve("repositories"),
                                new Counting(
                                        ProcessHosts.strongest(SandboxSettings.inside(data))
                                                .commands(List.of()),
                                        runs),
                                none)
                        .open()) {
            return use.with(repositories, sandbox);
        }
    }

    private RepositorySummary prepared() throws Exception {
        return at(folder.resolve("data"), (repositories, sandbox) -> repositories.prepare(coordinate(), sandbox));
    }

    @Test
    void tests_that_fail_or_waver_are_quarantined_and_the_others_trusted() throws Exception {
        RepositorySummary summary = prepared();

        assertThat(summary.tests()).isEqualTo(1);
        assertThat(summary.quarantined())
                .containsExactly(
                        new Quarantined(BAD, Quarantined.Reason.FAILS),
                        new Quarantined(FLAKY, Quarantined.Reason.FLAKY));
        assertThat(summary.mainFiles()).isEqualTo(1);
        assertThat(summary.mainLines()).isEqualTo(2);
    }

    @Test
    void every_trusted_test_reaches_every_line_of_main_files() throws Exception {
        PreparedRepository repository = at(
                folder.resolve("data"),
                (repositories, sandbox) -> repositories.open(
                        repositories.prepare(coordinate(), sandbox).snapshot()));

        assertThat(repository.files()).containsExactly("main/a.txt");
        assertThat(repository.source("main/a.txt")).isEqualTo("one\ntwo\n");
        assertThat(repository.rules().language()).isEqualTo("text");
        assertThat(repository.testsReaching("main/a.txt", 2)).containsExactly(GOOD);
        assertThat(repository.testsReaching("main/a.txt", 3)).isEmpty();
        assertThat(repository.testsReaching("main/fixed.txt", 1)).isEmpty();
        assertThat(repository.coverage(GOOD)).containsExactly(new CoveredLines("main/a.txt", List.of(1, 2)));
    }

    @Test
    void a_second_preparation_runs_nothing_unless_a_file_has_changed() throws Exception {
        Digest first = prepared().snapshot();
        int before = runs.get();

        assertThat(prepared().snapshot()).isEqualTo(first);
        assertThat(runs).hasValue(before);

        write("tests/data.txt", "a new file of the tests");
        assertThat(prepared().snapshot()).isNotEqualTo(first);
        assertThat(runs).hasValueGreaterThan(before);
    }

    @Test
    void neither_version_control_nor_caches_nor_exclusions_nor_links_nor_our_own_data_are_in_a_snapshot()
            throws Exception {
        Files.createSymbolicLink(tree.resolve("main/link.txt"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(tree.resolve("up"), folder);
        Path data = tree.resolve("elenchus-data");

        Digest first = at(data, (repositories, sandbox) -> repositories.prepare(coordinate(), sandbox))
                .snapshot();

        try (var files = Files.walk(data.resolve("repositories/" + first.hex()).resolve(SourceSnapshot.TREE))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("elenchus.json", "a.txt", "fixed.txt", "run.sh");
        }
        assertThat(at(data, (repositories, sandbox) -> repositories.prepare(coordinate(), sandbox))
                        .snapshot())
                .isEqualTo(first);
    }

    @Test
    void a_prepared_snapshot_whose_tests_were_changed_is_prepared_again() throws Exception {
        RepositorySummary summary = prepared();
        Path copy = folder.resolve("data/repositories/" + summary.snapshot().hex() + "/src/tree/tests/run.sh");
        Files.writeString(copy, "exit 0\n");

        assertThat(prepared().snapshot()).isEqualTo(summary.snapshot());
        assertThat(copy).hasContent(Files.readString(tree.resolve("tests/run.sh")));
    }

    @Test
    void a_suite_that_does_not_run_is_refused_with_what_it_printed() throws Exception {
        write("tests/run.sh", "echo the interpreter is missing a module; exit 2\n");

        assertThatThrownBy(this::prepared)
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("do not run")
                .hasMessageContaining("the interpreter is missing a module");
    }

    @Test
    void a_declaration_that_is_not_understood_is_refused_with_the_reason() throws Exception {
        write("elenchus.json", "{\"version\": 3}");

        assertThatThrownBy(this::prepared)
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("version must be 1");
    }

    @Test
    void a_declaration_without_main_sources_is_refused() throws Exception {
        Files.delete(tree.resolve("main/a.txt"));

        assertThatThrownBy(this::prepared)
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("no main source file");
    }

    @Test
    void a_revision_of_a_git_repository_and_the_same_files_in_a_folder_are_one_snapshot() throws Exception {
        assumeTrue(Programs.areHere("git"), "SKIPPED: there is no git on this machine");
        Path clone = folder.resolve("clone");
        run("git", "init", "-q", clone.toString());
        run("sh", "-c", "cp -r '" + tree + "'/elenchus.json '" + tree + "'/main '" + tree + "'/tests '" + clone + "'");
        run("git", "-C", clone.toString(), "add", "-f", "elenchus.json", "main/a.txt", "main/fixed.txt", "tests");
        run("git", "-C", clone.toString(), "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "x");
        Files.writeString(clone.resolve("main/a.txt"), "not committed\n");

        RepositorySummary summary = at(
                folder.resolve("data"),
                (repositories, sandbox) ->
                        repositories.prepare(new RepositoryCoordinate("git:" + clone + "@HEAD"), sandbox));

        assertThat(summary.snapshot()).isEqualTo(prepared().snapshot());
        assertThat(summary.coordinate().revision()).isEqualTo("HEAD");
    }

    private static void run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
