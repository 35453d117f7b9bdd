package org.elenchus.tools.mining.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
    private static final RepositoryCoordinate COORDINATE = new RepositoryCoordinate("maven:g:a:1");

    @TempDir
    Path folder;

    private static SnapshotStore.Filling<IOException> source(String text) {
        return draft -> {
            Files.createDirectories(draft.mainSources());
            Files.writeString(draft.mainSources().resolve("A.java"), text);
            Files.createDirectories(draft.libraries());
            Path jar = Files.writeString(draft.libraries().resolve("000-x.jar"), "jar");
            return new SnapshotContent(
                    SnapshotContent.filesOf(draft.root()),
                    List.of(new SnapshotContent.Dependency(
                            "g:x:jar:1", "000-x.jar", Digest.of(Files.readAllBytes(jar)))),
                    8);
        };
    }

    private static PreparedRecord record(SnapshotContent content, int version) {
        RepositorySummary summary =
                new RepositorySummary(COORDINATE, content.digest(), Digest.of("inventory"), 1, 1, 1, List.of());
        return new PreparedRecord(version, Digest.of("m"), summary, Digest.of("c"), content, List.of());
    }

    @Test
    void publishes_under_the_digest_of_the_content() throws Exception {
        SnapshotStore store = new SnapshotStore(folder);
        SnapshotContent content = store.stage(r -> true, source("class A {}"));
        assertThat(store.layout(content.digest()).mainSources().resolve("A.java"))
                .hasContent("class A {}");
        assertThat(Files.readString(store.layout(content.digest()).release()).trim())
                .isEqualTo("8");
        SnapshotLayout layout = store.layout(content.digest());
        assertThat(layout.dependencies()).containsExactly(layout.libraries().resolve("000-x.jar"));
        assertThat(staged()).isEmpty();
    }

    @Test
    void a_filling_that_fails_leaves_nothing() {
        SnapshotStore store = new SnapshotStore(folder);
        assertThatThrownBy(() -> store.stage(r -> true, draft -> {
                    Files.createDirectories(draft.mainSources());
                    throw new IOException("disk on fire");
                }))
                .hasMessage("disk on fire");
        assertThat(staged()).isEmpty();
    }

    @Test
    void sweeps_what_a_crash_left_and_spares_what_is_in_use() throws Exception {
        SnapshotStore store = new SnapshotStore(folder);
        Path dead = Files.createDirectories(folder.resolve("staging/dead/src/main/java"));
        Files.writeString(dead.resolve("Half.java"), "class Ha");
        Files.createFile(folder.resolve("staging/dead.lock"));
        StagingArea staging = new StagingArea(folder.resolve("staging"));
        try (StagingArea.Draft alive = staging.open()) {
            store.stage(r -> true, source("class A {}"));
            assertThat(staged()).containsExactlyInAnyOrder(alive.folder(), alive.guard());
        }
    }

    @Test
    void an_unfinished_snapshot_is_replaced_and_a_finished_one_kept() throws Exception {
        SnapshotStore store = new SnapshotStore(folder);
        SnapshotContent content = store.stage(r -> true, source("class A {}"));
        Path junk = store.layout(content.digest()).root().resolve("junk");
        Files.createFile(junk);
        store.stage(r -> true, source("class A {}"));
        assertThat(junk).doesNotExist();
        store.finish(record(content, PreparedRecord.VERSION));
        Files.createFile(junk);
        store.stage(r -> true, source("class A {}"));
        assertThat(junk).exists();
        store.stage(damaged -> false, source("class A {}"));
        assertThat(junk).doesNotExist();
        assertThat(store.recall(content.digest())).isEmpty();
    }

    @Test
    void recalls_only_a_whole_record_of_its_own_version() throws Exception {
        SnapshotStore store = new SnapshotStore(folder);
        SnapshotContent content = store.stage(r -> true, source("class A {}"));
        assertThat(store.recall(content.digest())).isEmpty();
        store.finish(record(content, PreparedRecord.VERSION));
        assertThat(store.recall(content.digest())).contains(record(content, PreparedRecord.VERSION));
        store.finish(record(content, PreparedRecord.VERSION + 1));
        assertThat(store.recall(content.digest())).isEmpty();
        Files.writeString(store.layout(content.digest()).root().resolve("prepared.json"), "{\"version\":1,");
        assertThat(store.recall(content.digest())).isEmpty();
    }

    @Test
    void the_class_path_follows_a_folder_that_moved() throws Exception {
        SnapshotStore before = new SnapshotStore(folder.resolve("old"));
        SnapshotContent content = before.stage(r -> true, source("class A {}"));
        Files.move(folder.resolve("old"), folder.resolve("new"));
        SnapshotStore after = new SnapshotStore(folder.resolve("new"));
        SnapshotLayout moved = after.layout(content.digest());
        assertThat(moved.dependencies()).containsExactly(moved.root().resolve("lib/000-x.jar"));
        // As earlier versions wrote it.
        Files.writeString(moved.classPath(), folder.resolve("old/lib/000-x.jar") + "\n");
        assertThat(moved.dependencies()).containsExactly(moved.root().resolve("lib/000-x.jar"));
    }

    @Test
    void a_dependency_that_is_gone_is_said() throws Exception {
        SnapshotStore store = new SnapshotStore(folder);
        SnapshotLayout layout =
                store.layout(store.stage(r -> true, source("class A {}")).digest());
        Files.delete(layout.libraries().resolve("000-x.jar"));
        assertThatIOException().isThrownBy(layout::dependencies).withMessageContaining("a dependency of the snapshot");
    }

    @Test
    void the_index_remembers_and_distrusts_garbage() throws Exception {
        SnapshotStore store = new SnapshotStore(folder);
        assertThat(store.indexed(COORDINATE)).isEmpty();
        store.index(COORDINATE, Digest.of("x"));
        assertThat(new SnapshotStore(folder).indexed(COORDINATE)).contains(Digest.of("x"));
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            Files.writeString(files.findFirst().orElseThrow(), "half a dig");
        }
        assertThat(store.indexed(COORDINATE)).isEmpty();
    }

    @Test
    void one_thing_is_held_by_one_thread_at_a_time() throws Exception {
        SnapshotStore store = new SnapshotStore(folder);
        SnapshotStore sameFolder = new SnapshotStore(folder);
        Thread second = new Thread(() -> {
            try (SnapshotStore.Held held = sameFolder.hold("x")) {
                Files.writeString(folder.resolve("second"), "");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try (SnapshotStore.Held held = store.hold("x");
                SnapshotStore.Held again = store.hold("x")) {
            second.start();
            second.join(200);
            assertThat(folder.resolve("second")).doesNotExist();
        }
        second.join(5_000);
        assertThat(folder.resolve("second")).exists();
    }

    @Test
    void explains_what_a_disk_refuses() {
        assertThat(Folders.explain(new FileSystemException("x", null, "No space left on device"), folder))
                .hasMessageContaining("is full")
                .hasMessageContaining("Free some space");
        assertThat(Folders.explain(new FileSystemException("x", null, "Read-only file system"), folder))
                .hasMessageContaining("cannot be written");
        assertThat(Folders.explain(new java.nio.file.AccessDeniedException("x"), folder))
                .hasMessageContaining("choose another data folder");
        assertThat(Folders.explain(
                        new java.nio.file.AccessDeniedException(
                                folder.resolve("written").toString()),
                        folder))
                .hasMessageContaining("choose another data folder");
        assertThat(Folders.explain(new java.nio.file.AccessDeniedException("/sources/A.java"), folder))
                .hasMessage("/sources/A.java cannot be read. Change its permissions");
    }

    private List<Path> staged() {
        try (Stream<Path> files = Files.list(folder.resolve("staging"))) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
