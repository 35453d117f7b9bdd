package org.elenchus.tools.mining.history.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.GitProject;
import org.elenchus.tools.mining.Programs;
import org.elenchus.tools.mining.history.CommitLine;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.commits.Commits;
import org.elenchus.tools.mining.history.commits.RulerHistory;
import org.elenchus.tools.mining.history.commits.Survey;
import org.elenchus.tools.mining.history.fix.Category;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.record.SeenFailure;
import org.elenchus.tools.mining.history.search.Recreation.Made;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the commits of a git repository to tasks, with real workers. */
class CommitSearchTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsGit() {
        assumeTrue(Programs.areHere("git"), "SKIPPED: there is no git on this machine");
    }

    private static Survey survey(RulerHistory history) throws Exception {
        return Commits.of(history.coordinate(), IntakeLimits.DEFAULT).survey(100, OptionalLong.empty(), 10);
    }

    @Test
    void of_a_history_exactly_the_mended_bug_is_found_and_can_be_made_again() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "core");
        try (TwoReleases world = new TwoReleases(folder)) {
            FoundStore store = new FoundStore(folder.resolve("found"));
            Discovery discovery = new Discovery(world.search(), world.sandboxes(), store, Long.MAX_VALUE, () -> 0);
            List<ReleasePair> pairs = survey(history).pairs();
            List<Found> all = discovery.run(pairs, 1, new Quiet());

            assertThat(all)
                    .hasSize(3)
                    .allSatisfy(found -> assertThat(found.note()).isEmpty());
            assertThat(all).extracting(found -> found.bugs().size()).containsExactly(0, 0, 1);
            assertThat(all)
                    .as("a test of what the parent does not have fails there by linkage, which tells nothing")
                    .extracting(Found::failingOnOlder)
                    .containsExactly(0, 0, 1);
            RealBug bug = all.getLast().bugs().getFirst();
            assertThat(bug.genuine()).isTrue();
            assertThat(bug.to()).isEqualTo(history.fix());
            assertThat(bug.library()).isEqualTo(CommitLine.of(history.coordinate()));
            assertThat(bug.category()).isEqualTo(Category.GUARD_ADDED);
            assertThat(bug.id()).startsWith("core/" + history.fix().substring(0, 10) + "/Ruler.pieces/");
            assertThat(bug.failToPass())
                    .extracting(SeenFailure::test)
                    .extracting(Object::toString)
                    .containsExactly("org.x.RulerTest#no_length()");

            assertThat(discovery.run(pairs, 1, new Quiet()))
                    .as("what was searched before is recalled")
                    .isEqualTo(all);

            BugList list = BugList.read(BugList.of(List.of(bug)).json().getBytes("UTF-8"))
                    .orElseThrow();
            assertThat(list.bugs()).containsExactly(bug);
            assertThat(new Recreation(world::repositories, world.older(), world.artifacts(), world.sandboxes())
                            .run(list.bugs(), 1, new Quiet()))
                    .singleElement()
                    .isInstanceOf(Made.Valid.class);
        }
        try (Stream<Path> kept = Files.walk(folder.resolve("repositories"))) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .as("no history comes in, and of three commits the one with a bug is kept")
                    .doesNotContain(".git")
                    .filteredOn(name -> name.equals("prepared.json"))
                    .hasSize(1);
        }
    }

    @Test
    void a_bug_is_called_the_same_in_every_clone() throws Exception {
        CommitLine here = CommitLine.of(new RepositoryCoordinate("git:/a/shop@main:core"));
        CommitLine there = CommitLine.of(new RepositoryCoordinate("git:/b/shop@v2:core"));

        assertThat(here.identity("c0ffee")).isEqualTo(there.identity("c0ffee"));
        assertThat(here).isNotEqualTo(there);
        assertThat(here.at("c0ffee").value()).isEqualTo("git:/a/shop@c0ffee:core");
        assertThat(CommitLine.of(new RepositoryCoordinate(here.toString()))).isEqualTo(here);
    }

    @Test
    void a_commit_that_does_not_compile_or_whose_pom_leads_out_says_so() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "core");
        GitProject git = history.git();
        String before = git.git("rev-parse", "main");
        String broken = git.replace(history.main(), "by * length;", "by * ;").commit("Broken");
        git.replace(history.main(), "by * ;", "by * length;");
        Files.createDirectories(folder.resolve("secret"));
        String outside = git.replace(
                        "core/pom.xml", "<artifactId>ruler</artifactId>", """
                        <artifactId>ruler</artifactId><build><resources>
                        <resource><directory>%s</directory></resource></resources></build>
                        """.formatted(folder.resolve("secret")))
                .commit("Outside");
        CommitLine line = CommitLine.of(history.coordinate());
        try (TwoReleases world = new TwoReleases(folder);
                Sandbox sandbox = world.sandboxes().open()) {
            assertThat(world.search()
                            .search(new ReleasePair(line, before, broken), sandbox, () -> false)
                            .note())
                    .contains("do not compile");
            assertThat(world.search()
                            .search(new ReleasePair(line, broken, outside), sandbox, () -> false)
                            .note())
                    .contains("its POM names folders outside of the repository");
        }
    }

    private static final class Quiet implements Discovery.Listener, Recreation.Listener {
        @Override
        public void began(ReleasePair pair) {}

        @Override
        public void found(Found found) {}

        @Override
        public void failed(ReleasePair pair, SandboxFault fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void began(RepositoryCoordinate release, int bugs) {}

        @Override
        public void made(Made made) {}
    }
}
