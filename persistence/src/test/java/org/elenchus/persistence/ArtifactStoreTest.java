package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {
    private static final Patch PATCH = new Patch(List.of(new TextEdit("a/B.java", 3, "x < y", "x <= y")));

    @TempDir
    Path root;

    @Test
    void a_value_is_named_by_its_canonical_json() {
        Digest digest = ArtifactStore.in(root).put(PATCH);

        assertThat(digest).isEqualTo(ProtocolJson.digest(PATCH));
        assertThat(ArtifactStore.in(root).get(digest, Patch.class)).isEqualTo(PATCH);
    }

    @Test
    void storing_again_leaves_the_file_alone() throws Exception {
        ArtifactStore store = ArtifactStore.in(root);
        Path file = file(store.put(PATCH));
        Object before = Files.readAttributes(file, "unix:ino").get("ino");

        store.put(PATCH);

        assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(before);
    }

    private Path file(Digest digest) {
        return new ArtifactFolder(root).file(digest);
    }

    @Test
    void a_missing_artifact_is_told() {
        assertThatThrownBy(() -> ArtifactStore.in(root).get(Digest.of("nothing"), Patch.class))
                .isInstanceOf(ArtifactDamage.class)
                .hasMessageContaining("missing");
    }

    @Test
    void an_artifact_of_other_content_is_refused() throws Exception {
        ArtifactStore store = ArtifactStore.in(root);
        Digest one = store.put(PATCH);
        Digest other = store.put(Patch.EMPTY);
        Files.copy(file(other), file(one), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> ArtifactStore.in(root).get(one, Patch.class))
                .isInstanceOf(ArtifactDamage.class)
                .hasMessageContaining("does not match");
    }

    @Test
    void a_truncated_artifact_is_refused() throws Exception {
        ArtifactStore store = ArtifactStore.in(root);
        Digest digest = store.put(PATCH);
        byte[] bytes = Files.readAllBytes(file(digest));
        Files.write(file(digest), java.util.Arrays.copyOf(bytes, bytes.length - 9));

        assertThatThrownBy(() -> ArtifactStore.in(root).get(digest, Patch.class))
                .isInstanceOf(ArtifactDamage.class);
    }

    @Test
    void an_artifact_that_cannot_be_read_now_is_no_damage() throws Exception {
        ArtifactStore store = ArtifactStore.in(root);
        Digest digest = store.put(PATCH);
        Files.delete(file(digest));
        Files.createDirectory(file(digest));

        assertThatThrownBy(() -> ArtifactStore.in(root).get(digest, Patch.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(digest.brief())
                .hasMessageContaining(file(digest).toString());
    }

    @Test
    void many_threads_may_store_the_same_values_and_nothing_else_is_left() throws Exception {
        ArtifactStore store = ArtifactStore.in(root);
        List<Future<Digest>> stored = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 200; i++) {
                String text = "text " + i % 20;
                stored.add(threads.submit(() -> store.put(List.of(text))));
            }
        }
        for (Future<Digest> digest : stored) {
            assertThat(ArtifactStore.in(root).get(digest.get(), List.class)).hasSize(1);
        }
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(20);
        }
    }

    @Test
    void the_cache_drops_what_was_used_longest_ago() {
        ArtifactCache cache = new ArtifactCache(100);
        for (int i = 0; i < 10; i++) {
            cache.put(Digest.of("v" + i), i, 20);
        }

        assertThat(cache.get(Digest.of("v4"), Integer.class)).isNull();
        assertThat(cache.get(Digest.of("v9"), Integer.class)).isEqualTo(9);
    }
}
