package org.elenchus.tools.mining.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.elenchus.protocol.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPackTest {
    @TempDir
    Path outer;

    private Path root;

    @BeforeEach
    void folder() throws IOException {
        root = Files.createDirectory(outer.resolve("root"));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void assertRefused(String name) throws IOException {
        byte[] packed = zip("good", name);

        assertThatIOException()
                .isThrownBy(() -> SnapshotPack.unpack(packed, root))
                .withMessage("an entry leads out of the snapshot: " + name);
        assertThat(outer).isDirectoryNotContaining(path -> !path.equals(root));
        assertThat(root).isDirectoryContaining(path -> path.endsWith("good"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "../rooted", "../root/../evil", ".", "a/.."})
    void an_entry_that_leads_out_is_refused(String name) throws Exception {
        assertRefused(name);
    }

    @Test
    void an_absolute_entry_is_refused() throws Exception {
        assertRefused(outer.resolve("evil").toAbsolutePath().toString());
    }

    @Test
    void an_entry_whose_name_is_no_path_is_refused() throws Exception {
        byte[] packed = zip("a\0b");

        assertThatIOException()
                .isThrownBy(() -> SnapshotPack.unpack(packed, root))
                .withMessage("an entry's name is no path: a\\u0000b");
    }

    @Test
    void entries_that_are_too_large_together_are_given_up_before_they_fill_the_disk() throws Exception {
        byte[] packed = zip("one", "two");

        assertThatIOException()
                .isThrownBy(() -> SnapshotPack.unpack(packed, root, 20))
                .withMessage("the packed snapshot is too large");
        assertThat(root.resolve("one")).hasContent("content of one");
        assertThat(root.resolve("two")).isEmptyFile();
    }

    @Test
    void what_was_packed_is_unpacked() throws Exception {
        Files.writeString(Files.createDirectories(root.resolve("src/x")).resolve("A.java"), "class A {}");
        Files.writeString(root.resolve("prepared.json"), "{}");
        Path there = outer.resolve("there");

        SnapshotPack.unpack(SnapshotPack.pack(root), there);

        assertThat(there.resolve("src/x/A.java")).hasContent("class A {}");
        assertThat(there.resolve("prepared.json")).hasContent("{}");
    }

    @Test
    void a_pack_cut_short_is_not_adopted_and_leaves_nothing() throws Exception {
        Files.writeString(root.resolve("prepared.json"), "{}");
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Files.write(root.resolve("source"), noise);
        byte[] packed = SnapshotPack.pack(root);
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        SnapshotStore store = new SnapshotStore(outer.resolve("store"));
        Digest snapshot = Digest.of("snapshot");

        assertThatIOException().isThrownBy(() -> store.adopt(snapshot, cut));

        assertThat(outer.resolve("store/staging")).isEmptyDirectory();
        assertThat(store.layout(snapshot).root()).doesNotExist();
        assertThat(store.recall(snapshot)).isEmpty();
    }
}
