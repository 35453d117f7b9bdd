package org.elenchus.tools.mining.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.Jar;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.TestRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final Library LIB = Library.parse("org.t:lib");

    @TempDir
    Path folder;

    private TestRepository remote;

    @BeforeEach
    void publish() throws Exception {
        remote = new TestRepository(folder);
        for (String version : new String[] {"1.0", "1.1", "1.2-RC1", "1.2", "1.10", "1.11", "20040101.1"}) {
            remote.pom("lib", version, "").jar("lib", version, "sources", new Jar().with("A.java", "class A {}"));
            if (!version.equals("1.1")) {
                remote.jar("lib", version, "test-sources", new Jar().with("ATest.java", "class ATest {}"));
            }
        }
        remote.metadata("lib", "1.10", "1.0", "1.1", "1.2-RC1", "1.2", "1.11", "20040101.1");
    }

    @Test
    void adjacent_releases_are_paired_newest_first_where_the_newer_has_tests() throws Exception {
        try (MavenLibraries libraries = remote.libraries(false)) {
            assertThat(new Releases(libraries).pairs(LIB, 9))
                    .containsExactly(
                            new ReleasePair(LIB, "1.10", "1.11"),
                            new ReleasePair(LIB, "1.2", "1.10"),
                            new ReleasePair(LIB, "1.1", "1.2"));
            assertThat(new Releases(libraries).pairs(LIB, 1)).hasSize(1);
        }
    }

    @Test
    void the_release_before_is_the_next_older_one_or_none() throws Exception {
        try (MavenLibraries libraries = remote.libraries(false)) {
            Releases releases = new Releases(libraries);
            assertThat(releases.before(LIB.at("1.10"))).contains(new ReleasePair(LIB, "1.2", "1.10"));
            assertThat(releases.before(LIB.at("1.2-RC1")))
                    .as("what was asked about counts as a release")
                    .contains(new ReleasePair(LIB, "1.1", "1.2-RC1"));
            assertThat(releases.before(LIB.at("1.0"))).isEmpty();
            assertThat(releases.before(LIB.at("9"))).isEmpty();
            assertThat(releases.before(new RepositoryCoordinate("dir:/home/me/lib")))
                    .isEmpty();
        }
    }

    @Test
    void a_release_after_one_without_sources_has_none_before_it() throws Exception {
        remote.pom("lib", "1.3", "").metadata("lib", "1.10", "1.0", "1.1", "1.2", "1.3");
        try (MavenLibraries libraries = remote.libraries(false)) {
            assertThat(new Releases(libraries).before(LIB.at("1.10"))).isEmpty();
        }
    }

    @Test
    void offline_nothing_is_said_of_a_release_whose_sources_are_not_here() throws Exception {
        try (MavenLibraries libraries = remote.libraries(false)) {
            libraries.versions("org.t", "lib");
        }
        try (MavenLibraries libraries = remote.libraries(true)) {
            assertThatThrownBy(() -> new Releases(libraries).before(LIB.at("1.10")))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("Maven is offline");
        }
    }

    @Test
    void a_library_nobody_has_is_a_fault_that_says_what_to_check() throws Exception {
        try (MavenLibraries libraries = remote.libraries(false)) {
            assertThatThrownBy(() -> new Releases(libraries).pairs(Library.parse("org.t:none"), 1))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("No version of org.t:none")
                    .hasMessageContaining("misspellings");
        }
    }

    @Test
    void offline_what_is_known_locally_counts() throws Exception {
        try (MavenLibraries libraries = remote.libraries(true)) {
            assertThatThrownBy(() -> new Releases(libraries).pairs(LIB, 1))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("Maven is offline");
        }
        try (MavenLibraries libraries = remote.libraries(false)) {
            new Releases(libraries).pairs(LIB, 1);
        }
        try (MavenLibraries libraries = remote.libraries(true)) {
            assertThat(new Releases(libraries).pairs(LIB, 1)).hasSize(1);
        }
    }

    @Test
    void older_sources_are_read_once_and_harmful_ones_are_refused() throws Exception {
        try (MavenLibraries libraries = remote.libraries(false)) {
            OlderSources sources = new OlderSources(libraries, org.elenchus.tools.mining.intake.IntakeLimits.DEFAULT);
            assertThat(sources.of(LIB.at("1.0"))).containsEntry("A.java", "class A {}");
            Files.delete(remote.file("lib", "1.0", "sources", "jar"));
            assertThat(sources.of(LIB.at("1.0"))).hasSize(1);

            remote.jar("lib", "2", "sources", new Jar().with("../A.java", "class A {}"));
            assertThatThrownBy(() -> sources.of(LIB.at("2")))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("leads outside its folder");
            assertThatThrownBy(() -> sources.of(LIB.at("3")))
                    .isInstanceOf(RepositoryFault.class)
                    .hasMessageContaining("without a sources jar");
        }
    }
}
