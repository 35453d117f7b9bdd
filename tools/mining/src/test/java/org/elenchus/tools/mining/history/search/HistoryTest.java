package org.elenchus.tools.mining.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.fix.Level;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.MinedPool;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.record.SeenFailure;
import org.elenchus.tools.mining.history.search.Recreation.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From published jars to tasks, with real workers. */
class HistoryTest {
    private static final TestId TELLING = TestId.parse("org.x.BasketTest#no_name_is_refused()");

    @TempDir
    Path folder;

    private static final class Heard implements Discovery.Listener, Recreation.Listener {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void began(ReleasePair pair) {
            lines.add("began " + pair);
        }

        @Override
        public void found(Found found) {
            lines.add("found " + found.bugs().size());
        }

        @Override
        public void failed(ReleasePair pair, SandboxFault fault) {
            lines.add("failed " + pair + ": " + fault.getMessage());
        }

        @Override
        public void began(RepositoryCoordinate release, int bugs) {
            lines.add("began " + release + " " + bugs);
        }

        @Override
        public void made(Made made) {
            lines.add("made " + made.bug().symbol());
        }
    }

    @Test
    void what_was_mended_between_two_releases_becomes_a_task_and_can_be_made_again() throws Exception {
        try (TwoReleases world = new TwoReleases(folder)) {
            Heard heard = new Heard();
            FoundStore store = new FoundStore(folder.resolve("found"));
            Discovery discovery = new Discovery(world.search(), world.sandboxes(), store, Long.MAX_VALUE, () -> 0);
            List<Found> all = discovery.run(List.of(TwoReleases.PAIR), 1, heard);

            Found found = all.getFirst();
            assertThat(found.note()).isEmpty();
            assertThat(found.tests()).isEqualTo(3);
            assertThat(found.failingOnOlder())
                    .as("the test of what the older release does not have fails by linkage")
                    .isEqualTo(1);
            assertThat(found.changes()).isEqualTo(3);
            RealBug bug = found.bugs().getFirst();
            assertThat(found.bugs()).hasSize(1);
            assertThat(bug.genuine()).isTrue();
            assertThat(bug.symbol()).isEqualTo("Basket.add");
            assertThat(bug.level()).isEqualTo(Level.STATEMENT);
            assertThat(bug.category()).isEqualTo(Category.GUARD_ADDED);
            assertThat(bug.fixAdded()).isEqualTo(3);
            assertThat(bug.fixRemoved()).isZero();
            assertThat(bug.failToPass()).extracting(SeenFailure::test).containsExactly(TELLING);
            assertThat(heard.lines).containsExactly("began lib 1 → 2", "found 1");

            assertThat(discovery.run(List.of(TwoReleases.PAIR), 1, heard))
                    .as("what was found before is not searched again")
                    .isEqualTo(all);
            assertThat(heard.lines).hasSize(2);

            BugList list = BugList.read(BugList.of(found.bugs()).json().getBytes("UTF-8"))
                    .orElseThrow();
            assertThat(list.bugs()).isEqualTo(found.bugs());
            List<Made> made = recreation(world).run(list.bugs(), 1, heard);
            assertThat(made).singleElement().isInstanceOf(Made.Valid.class);
            assertThat(((Made.Valid) made.getFirst()).task().verifier().failToPass())
                    .extracting(run -> run.test())
                    .containsExactly(TELLING);

            Repositories repositories = world.repositories();
            try (Sandbox sandbox = world.sandboxes().open()) {
                PreparedRepository newer = repositories.open(
                        repositories.prepare(TwoReleases.PAIR.newer(), sandbox).snapshot());
                CandidateTask task = new MinedPool(list, world.older())
                        .candidates(newer, Pool.TEST)
                        .getFirst();
                assertThat(task.pool()).isEqualTo(Pool.TEST);
                assertThat(task.tests()).startsWith(TELLING);
                assertThat(task.statement())
                        .contains("BasketTest.no_name_is_refused (AssertionFailedError)")
                        .doesNotContain("if (name");
            }
            try (Stream<Path> left = Files.list(folder.resolve("repositories"))) {
                assertThat(left.filter(path -> path.getFileName().toString().length() == 64))
                        .as("the older release's snapshot was for the search alone")
                        .hasSize(1);
            }
        }
    }

    @Test
    void half_a_change_that_breaks_what_the_older_release_did_right_is_mixed_and_the_whole_of_it_genuine()
            throws Exception {
        String newer = """
                package org.x;

                public class Basket {
                    public String pack(String a, String b) {
                        return a + ";" + b;
                    }

                    public String[] unpack(String packed) {
                        return packed.split(";");
                    }
                }
                """;
        try (TwoReleases world = new TwoReleases(folder);
                Sandbox sandbox = world.sandboxes().open()) {
            String test = """
                    package org.x;

                    import static org.junit.jupiter.api.Assertions.*;
                    import org.junit.jupiter.api.Test;

                    class BasketTest {
                        @Test
                        void names_may_have_commas() {
                            assertEquals("a,;b", new Basket().pack("a,", "b"));
                        }

                        @Test
                        void what_is_packed_can_be_unpacked() {
                            Basket basket = new Basket();
                            assertArrayEquals(new String[] {"a", "b"}, basket.unpack(basket.pack("a", "b")));
                        }
                    }
                    """;
            world.publish("1", newer.replace(";\"", ",\""), test);
            world.publish("2", newer, test);

            Found found = world.search().search(TwoReleases.PAIR, sandbox, () -> false);

            assertThat(found.failingOnOlder()).isEqualTo(1);
            assertThat(found.bugs())
                    .filteredOn(bug -> !bug.genuine())
                    .singleElement()
                    .satisfies(half -> {
                        assertThat(half.symbol()).isEqualTo("Basket.pack");
                        assertThat(half.failToPass()).hasSize(2);
                    });
            assertThat(found.bugs())
                    .filteredOn(RealBug::genuine)
                    .singleElement()
                    .satisfies(whole -> {
                        assertThat(whole.level()).isEqualTo(Level.FILE);
                        assertThat(whole.pieces()).hasSize(2);
                        assertThat(whole.failToPass())
                                .extracting(SeenFailure::test)
                                .containsExactly(TestId.parse("org.x.BasketTest#names_may_have_commas()"));
                    });
        }
    }

    @Test
    void a_release_that_differs_from_what_was_recorded_gives_no_task() throws Exception {
        try (TwoReleases world = new TwoReleases(folder)) {
            Found found;
            try (Sandbox sandbox = world.sandboxes().open()) {
                found = world.search().search(TwoReleases.PAIR, sandbox, () -> false);
            }
            world.publish("1", "package org.x;\n\npublic class Basket {\n}\n");
            Files.delete(folder.resolve("home/repository/org/t/lib/1/lib-1-sources.jar"));

            List<Made> made = recreation(world).run(found.bugs(), 1, new Heard());

            assertThat(made)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Made.Not.class,
                            not -> assertThat(not.why())
                                    .contains("has other text")
                                    .contains("--discover"));
        }
    }

    @Test
    void a_release_that_does_not_compile_or_is_not_there_says_so_and_the_search_goes_on() throws Exception {
        try (TwoReleases world = new TwoReleases(folder);
                Sandbox sandbox = world.sandboxes().open()) {
            world.publish("1", "package org.x;\n\npublic class Basket extends Nothing {\n}\n");

            assertThat(world.search()
                            .search(TwoReleases.PAIR, sandbox, () -> false)
                            .note())
                    .contains("maven:org.t:lib:1 does not compile");
            assertThat(world.search()
                            .search(new ReleasePair(TwoReleases.LIB, "0", "2"), sandbox, () -> false)
                            .note())
                    .contains("org.t:lib:0 is published without a sources jar");
        }
    }

    @Test
    void where_the_machine_fails_nothing_is_kept_and_the_next_pair_is_searched() throws Exception {
        try (TwoReleases world = new TwoReleases(folder)) {
            Heard heard = new Heard();
            FoundStore store = new FoundStore(folder.resolve("found"));
            ReleasePair absent = new ReleasePair(TwoReleases.LIB, "0", "9");
            Discovery discovery = new Discovery(world.search(), Broken::new, store, Long.MAX_VALUE, () -> 0);

            List<Found> all = discovery.run(List.of(TwoReleases.PAIR, absent), 1, heard);

            assertThat(heard.lines)
                    .containsExactly("began lib 1 → 2", "failed lib 1 → 2: no worker", "began lib 0 → 9", "found 0");
            assertThat(all).extracting(Found::pair).containsExactly(absent);
            assertThat(store.recall(TwoReleases.PAIR)).isEmpty();
            assertThat(store.recall(absent))
                    .as("what stood in the way may pass")
                    .isEmpty();

            RealBug bug;
            try (Sandbox sandbox = world.sandboxes().open()) {
                bug = world.search()
                        .search(TwoReleases.PAIR, sandbox, () -> false)
                        .bugs()
                        .getFirst();
            }
            assertThat(new Recreation(world::repositories, world.older(), world.artifacts(), Broken::new)
                            .run(List.of(bug), 1, heard))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Made.Not.class, not -> assertThat(not.why()).contains("no worker"));
        }
    }

    /** Fails at everything. */
    private static final class Broken implements Sandbox {
        @Override
        public BuildReport build(Digest snapshot) throws SandboxFault {
            throw new SandboxFault("no worker");
        }

        @Override
        public List<TestId> discover(Digest snapshot) throws SandboxFault {
            throw new SandboxFault("no worker");
        }

        @Override
        public Execution execute(ExecutionRequest request) throws SandboxFault {
            throw new SandboxFault("no worker");
        }

        @Override
        public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
            throw new SandboxFault("no worker");
        }

        @Override
        public void close() {}
    }

    @Test
    void when_time_is_over_the_pair_says_so() throws Exception {
        try (TwoReleases world = new TwoReleases(folder);
                Sandbox sandbox = world.sandboxes().open()) {
            Found found = world.search().search(TwoReleases.PAIR, sandbox, () -> true);

            assertThat(found.bugs()).isEmpty();
            assertThat(found.note()).contains("time for this pair was over");
        }
    }

    private static Recreation recreation(TwoReleases world) {
        return new Recreation(world::repositories, world.older(), world.artifacts(), world.sandboxes());
    }
}
