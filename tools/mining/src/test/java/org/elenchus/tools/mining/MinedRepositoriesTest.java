package org.elenchus.tools.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.Quarantined;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.maven.ClassPath;
import org.elenchus.tools.mining.maven.MavenProject;
import org.elenchus.tools.mining.maven.TestRepository;
import org.elenchus.tools.mining.snapshot.SnapshotExchange;
import org.elenchus.tools.mining.suite.Script;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinedRepositoriesTest {
    private static final RepositoryCoordinate LIB = new RepositoryCoordinate("maven:org.t:lib:1");

    @TempDir
    Path folder;

    private TestRepository remote;
    private final List<String> heard = new ArrayList<>();

    /** A script that leaves class folders where a sandbox would. */
    private class Building extends Script {
        private final List<String> mainErrors;
        private String node = "data";
        private int builds;

        Building in(String other) {
            node = other;
            return this;
        }

        int builds() {
            return builds;
        }

        Building(String... mainErrors) {
            this.mainErrors = List.of(mainErrors);
        }

        @Override
        public BuildReport build(Digest snapshot) {
            builds++;
            try {
                Path classes = SnapshotLayout.of(folder.resolve(node), snapshot).mainClasses();
                Files.writeString(Files.createDirectories(classes).resolve("A.class"), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new BuildReport(mainErrors, List.of("org/x/OddTest.java"));
        }
    }

    @BeforeEach
    void publish() throws Exception {
        remote = new TestRepository(folder);
        remote.library("lib", "1", "")
                .jar(
                        "lib",
                        "1",
                        "sources",
                        new Jar().with("org/x/A.java", "class A {\n}\n").with("org/x/m.txt", "m"))
                .jar("lib", "1", "test-sources", new Jar().with("org/x/ATest.java", "class ATest {}"));
    }

    private MinedRepositories repositories() {
        return new MinedRepositories(
                folder.resolve("data"),
                remote.libraries(false),
                PreparationLimits.DEFAULT,
                (coordinate, stage, done, total) -> heard.add(stage + " " + done + "/" + total));
    }

    private Building good() {
        Building script = new Building();
        script.passing("org.x.ATest#a()").with("org.x.ATest#b()", run -> new Script.Act.Fail());
        return script;
    }

    private static void prepare(MinedRepositories repositories, RepositoryCoordinate coordinate, Script script)
            throws RepositoryFault, SandboxFault {
        repositories.prepare(coordinate, script);
    }

    @Test
    void prepares_once_and_recalls_ever_after() throws Exception {
        Building script = good();
        RepositorySummary summary;
        try (MinedRepositories repositories = repositories()) {
            summary = repositories.prepare(LIB, script);
        }
        assertThat(summary.mainFiles()).isEqualTo(1);
        assertThat(summary.mainLines()).isEqualTo(2);
        assertThat(summary.tests()).isEqualTo(1);
        assertThat(summary.quarantined())
                .containsExactly(new Quarantined(TestId.parse("org.x.ATest#b()"), Quarantined.Reason.FAILS));
        assertThat(heard)
                .startsWith("FETCH 0/1", "FETCH 1/1", "STAGE 0/1", "STAGE 1/1", "BUILD 0/1", "BUILD 1/1")
                .contains("SCREEN 2/2", "MEASURE 1/1", "CONFIRM 1/1")
                .endsWith("STORE 1/1", "READY 1/1");
        heard.clear();
        Files.delete(remote.file("lib", "1", "sources", "jar"));
        try (MinedRepositories again = repositories()) {
            assertThat(again.prepare(LIB, script)).isEqualTo(summary);
            PreparedRepository repository = again.open(summary.snapshot());
            assertThat(repository.files()).containsExactly("org/x/A.java");
            assertThat(repository.source("org/x/A.java")).isEqualTo("class A {\n}\n");
            assertThat(repository.testsReaching("org/x/A.java", 7)).containsExactly(TestId.parse("org.x.ATest#a()"));
            assertThat(again.open(summary.snapshot())).isSameAs(repository);
        }
        assertThat(heard).containsExactly("READY 1/1");
        assertThat(script.builds()).isEqualTo(1);
    }

    /** What the nodes of a test have left for each other. */
    private static final class Left implements SnapshotExchange {
        private final Map<Digest, byte[]> packed = new HashMap<>();

        @Override
        public boolean offer(Digest name, Packing packing) throws IOException {
            return packed.putIfAbsent(name, packing.pack()) == null;
        }

        @Override
        public Optional<byte[]> fetch(Digest name) {
            return Optional.ofNullable(packed.get(name));
        }
    }

    private MinedRepositories node(String name, SnapshotExchange exchange) {
        return new MinedRepositories(
                folder.resolve(name),
                remote.libraries(false),
                PreparationLimits.DEFAULT,
                PreparationListener.SILENT,
                exchange);
    }

    @Test
    void what_one_node_has_prepared_no_other_measures() throws Exception {
        Left left = new Left();
        Building script = good();
        RepositorySummary summary;
        try (MinedRepositories first = node("data", left)) {
            summary = first.prepare(LIB, script);
        }
        try (MinedRepositories second = node("second", left);
                MinedRepositories third = node("third", left)) {
            assertThat(second.prepare(LIB, script)).isEqualTo(summary);
            PreparedRepository opened = third.open(summary.snapshot());
            assertThat(opened.summary()).isEqualTo(summary);
            assertThat(opened.source("org/x/A.java")).isEqualTo("class A {\n}\n");
        }
        assertThat(script.builds()).isEqualTo(1);
        Path jars = folder.resolve("third").resolve(summary.snapshot().hex()).resolve("classpath.txt");
        assertThat(Files.readString(jars)).doesNotContain(folder.resolve("data").toString());
    }

    @Test
    void of_two_nodes_that_prepare_at_once_the_first_counts() throws Exception {
        Left left = new Left();
        SnapshotExchange late = new SnapshotExchange() {
            private boolean looked;

            @Override
            public boolean offer(Digest name, Packing packing) throws IOException {
                return left.offer(name, packing);
            }

            @Override
            public Optional<byte[]> fetch(Digest name) {
                Optional<byte[]> found = looked ? left.fetch(name) : Optional.empty();
                looked = true;
                return found;
            }
        };
        Building other = new Building().in("late");
        other.passing("org.x.ATest#a()").passing("org.x.ATest#b()");
        try (MinedRepositories quick = node("data", left);
                MinedRepositories slow = node("late", late)) {
            RepositorySummary first = quick.prepare(LIB, good());
            assertThat(slow.prepare(LIB, other)).isEqualTo(first);
            assertThat(slow.open(first.snapshot()).summary()).isEqualTo(first);
        }
        assertThat(other.builds()).isEqualTo(1);
    }

    @Test
    void two_preparations_of_the_same_content_agree_in_every_bit() throws Exception {
        RepositorySummary here;
        try (MinedRepositories repositories = repositories()) {
            here = repositories.prepare(LIB, good());
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> assertThat(f.toFile().delete()).isTrue());
        }
        try (MinedRepositories repositories = repositories()) {
            assertThat(repositories.prepare(LIB, good())).isEqualTo(here);
        }
    }

    @Test
    void what_a_crash_cut_short_is_done_again() throws Exception {
        Building dying = new Building() {
            @Override
            public Execution executeAfresh(ExecutionRequest request) {
                throw new IllegalStateException("killed");
            }
        };
        dying.passing("org.x.ATest#a()");
        try (MinedRepositories repositories = repositories()) {
            assertThatThrownBy(() -> prepare(repositories, LIB, dying)).hasMessage("killed");
        }
        try (MinedRepositories repositories = repositories()) {
            assertThat(repositories.prepare(LIB, good()).tests()).isEqualTo(1);
        }
    }

    @Test
    void a_damaged_snapshot_is_prepared_anew() throws Exception {
        Building script = good();
        RepositorySummary summary;
        try (MinedRepositories repositories = repositories()) {
            summary = repositories.prepare(LIB, script);
        }
        Path source = SnapshotLayout.of(folder.resolve("data"), summary.snapshot())
                .mainSources()
                .resolve("org/x/A.java");
        Files.writeString(source, "class A { /* tampered */ }");
        try (MinedRepositories repositories = repositories()) {
            assertThatThrownBy(() -> repositories.open(summary.snapshot()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("prepare it again");
            assertThat(repositories.prepare(LIB, script)).isEqualTo(summary);
            assertThat(source).hasContent("class A {\n}\n");
        }
        assertThat(script.builds()).isEqualTo(2);
    }

    @Test
    void other_limits_ask_for_another_measurement() throws Exception {
        Building script = good();
        try (MinedRepositories repositories = repositories()) {
            repositories.prepare(LIB, script);
        }
        var strict = new org.elenchus.tools.mining.suite.SuiteLimits(50, 1_000, 10, 1_000, 4, 4, 1_000, 10);
        try (MinedRepositories repositories = new MinedRepositories(
                folder.resolve("data"),
                remote.libraries(false),
                new PreparationLimits(PreparationLimits.DEFAULT.intake(), strict),
                PreparationListener.SILENT)) {
            assertThatThrownBy(() -> prepare(repositories, LIB, good()))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("None of the 2 tests")
                    .hasMessageContaining("org.x.ATest#a(): SLOW");
        }
    }

    @Test
    void a_folder_is_prepared_anew_when_it_changed_and_only_then() throws Exception {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("src/main/java"));
        Files.createDirectories(tree.resolve("src/test/java"));
        Files.writeString(tree.resolve("src/main/java/A.java"), "class A {}");
        Files.writeString(tree.resolve("src/test/java/ATest.java"), "class ATest {}");
        RepositoryCoordinate coordinate = new RepositoryCoordinate("dir:" + tree);
        Building script = good();
        try (MinedRepositories repositories = repositories()) {
            RepositorySummary first = repositories.prepare(coordinate, script);
            assertThat(repositories.prepare(coordinate, script)).isEqualTo(first);
            assertThat(script.builds()).isEqualTo(1);
            Files.writeString(tree.resolve("src/main/java/A.java"), "class A { int edited; }");
            RepositorySummary second = repositories.prepare(coordinate, script);
            assertThat(second.snapshot()).isNotEqualTo(first.snapshot());
            assertThat(script.builds()).isEqualTo(2);
            assertThat(repositories.open(first.snapshot()).source("A.java")).isEqualTo("class A {}");
        }
    }

    @Test
    void where_failing_tests_are_to_be_repaired_none_needs_to_pass() throws Exception {
        Building failing = new Building();
        failing.with("org.x.ATest#b()", run -> new Script.Act.Fail());
        try (MinedRepositories repositories = repositories()) {
            RepositorySummary broken = repositories.prepareBroken(LIB, failing);

            assertThat(broken.tests()).isZero();
            assertThat(broken.quarantined())
                    .containsExactly(new Quarantined(TestId.parse("org.x.ATest#b()"), Quarantined.Reason.FAILS));
            assertThat(repositories.open(broken.snapshot()).tests()).isEmpty();
            assertThatThrownBy(() -> prepare(repositories, LIB, failing))
                    .as("a repository to work in needs tests that pass")
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("None of the 1 tests");
        }
    }

    @Test
    void a_tree_in_any_layout_is_prepared_by_its_parts() throws Exception {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("main"));
        Files.createDirectories(tree.resolve("check"));
        Files.writeString(tree.resolve("main/A.java"), "class A {}");
        Files.writeString(tree.resolve("check/ATest.java"), "class ATest {}");
        MavenProject project = new MavenProject(
                tree.resolve("main"),
                List.of(),
                tree.resolve("check"),
                List.of(),
                new ClassPath(List.of(), List.of()),
                8);
        try (MinedRepositories repositories = repositories()) {
            RepositorySummary summary =
                    repositories.prepareBroken(new RepositoryCoordinate("dir:" + tree), project, good());

            assertThat(repositories.open(summary.snapshot()).files()).containsExactly("A.java");
        }
    }

    @Test
    void faults_name_the_remedy_and_leave_nothing_behind() throws Exception {
        try (MinedRepositories repositories = repositories()) {
            assertThatThrownBy(() -> prepare(repositories, LIB, new Building("A.java:1: ';' expected")))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("do not compile (1 errors): A.java:1: ';' expected")
                    .hasMessageContaining("Choose another version");
            assertThatThrownBy(() -> prepare(repositories, LIB, new Building()))
                    .hasMessageContaining("No JUnit test was found")
                    .hasMessageContaining("OddTest.java");
            Building failing = new Building();
            failing.with("org.x.ATest#b()", run -> new Script.Act.Fail());
            assertThatThrownBy(() -> prepare(repositories, LIB, failing))
                    .hasMessageContaining("None of the 1 tests")
                    .hasMessageContaining("FAILS");
            Files.write(remote.local().resolve("org/t/lib/1/lib-1-test-sources.jar"), new byte[] {1, 2, 3});
            assertThatThrownBy(() -> prepare(repositories, LIB, good()))
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("Delete it and run again");
        }
        try (Stream<Path> left = Files.list(folder.resolve("data"))) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("locks", "staging");
        }
        try (Stream<Path> left = Files.list(folder.resolve("data/staging"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_folder_that_is_no_maven_module_is_refused() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path untested = Files.createDirectories(folder.resolve("untested/src/main/java"));
        Files.writeString(untested.resolve("A.java"), "class A {}");
        try (MinedRepositories repositories = repositories()) {
            assertThatThrownBy(() -> prepare(repositories, new RepositoryCoordinate("dir:" + empty), good()))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("neither a pom.xml nor src/main/java");
            assertThatThrownBy(() -> prepare(
                            repositories, new RepositoryCoordinate("dir:" + folder.resolve("untested")), good()))
                    .hasMessageContaining("no Java test sources");
            assertThatThrownBy(() -> prepare(repositories, new RepositoryCoordinate("dir:/no/such/folder"), good()))
                    .hasMessageContaining("There is no folder")
                    .hasMessageContaining("Check the path");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (MinedRepositories repositories = new MinedRepositories(
                file.resolve("data"), remote.libraries(false), PreparationLimits.DEFAULT, PreparationListener.SILENT)) {
            assertThatThrownBy(() -> prepare(repositories, LIB, good()))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("data folder");
        }
    }
}
