package org.elenchus.tools.cli.evolve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Pools;
import org.elenchus.tools.cli.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreesTest {
    private static final List<RepositoryCoordinate> OTHER = List.of(new RepositoryCoordinate("maven:a:b:1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void make() throws Exception {
        Files.createDirectories(folder.resolve("shop/src/main/java"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("shop"));
    }

    private List<RepositoryCoordinate> named(String... coordinates) {
        return Stream.of(coordinates)
                .map(coordinate -> new RepositoryCoordinate(coordinate.replace("FOLDER", folder.toString())))
                .toList();
    }

    private static Pools pools(List<RepositoryCoordinate> train, List<RepositoryCoordinate> test) {
        return new Pools(train, OTHER, test);
    }

    @Test
    void a_folder_that_is_held_out_cannot_be_trained_on_by_another_way_to_it() {
        Pools pools = pools(named("dir:FOLDER/shop"), named("dir:FOLDER/link"));

        assertThatThrownBy(() -> SourceTrees.check(pools))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("are the same folder");
    }

    @Test
    void a_pool_may_hold_two_modules_of_a_repository_and_no_folder_twice() throws Exception {
        List<RepositoryCoordinate> library = List.of(new RepositoryCoordinate("maven:a:c:1"));
        Pools twice = pools(named("dir:FOLDER/shop", "dir:FOLDER/link"), library);
        assertThatThrownBy(() -> SourceTrees.check(twice)).hasMessageContaining("are the same folder");

        git("init", "-q");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "none");
        Pools modules = pools(named("git:FOLDER/shop@HEAD:core", "git:FOLDER/link@HEAD:web"), library);
        assertThatCode(() -> SourceTrees.check(modules)).doesNotThrowAnyException();
    }

    private void git(String... words) throws Exception {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                .directory(folder.resolve("shop").toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("git " + List.of(words));
        }
    }
}
