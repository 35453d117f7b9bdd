package org.elenchus.tools.mining.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.elenchus.tools.mining.Jar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceArchiveTest {
    private static final IntakeLimits SMALL = new IntakeLimits(10, 1_000, 5_000, 10, 600);

    @TempDir
    Path folder;

    private void unpack(Path jar, IntakeLimits limits) throws IOException, RefusedSource {
        new SourceArchive(jar).unpack(folder.resolve("out/java"), folder.resolve("out/resources"), limits);
    }

    @Test
    void parts_java_files_from_everything_else() throws Exception {
        Path jar = new Jar()
                .with("org/x/A.java", "class A {}")
                .with("org/x/messages.properties", "a=b")
                .with("module-info.java", "module x {}")
                .write(folder.resolve("a.jar"));
        unpack(jar, IntakeLimits.DEFAULT);
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(f -> folder.resolve("out").relativize(f).toString()))
                    .containsExactlyInAnyOrder("java/org/x/A.java", "resources/org/x/messages.properties");
        }
    }

    @Test
    void writes_nothing_outside_its_folders() throws Exception {
        Path jar = new Jar().with("../../escaped.txt", "x").write(folder.resolve("in/evil.jar"));
        assertThatThrownBy(() -> unpack(jar, IntakeLimits.DEFAULT))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("leads outside")
                .hasMessageContaining("evil.jar");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(jar);
        }
    }

    @Test
    void stops_a_bomb_by_what_it_unpacks_to_not_by_what_it_claims() throws Exception {
        Path jar = new Jar().with("zeros.txt", new byte[900]).write(folder.resolve("bomb.jar"));
        assertThatThrownBy(() -> unpack(jar, new IntakeLimits(10, 1_000, 5_000, 2, 100)))
                .hasMessageContaining("times its size");
        Path large = new Jar().with("large.txt", new byte[1_001]).write(folder.resolve("large.jar"));
        assertThatThrownBy(() -> unpack(large, SMALL)).hasMessageContaining("larger than 1000 bytes");
    }

    @Test
    void stops_at_too_many_files_and_too_many_bytes() throws Exception {
        Jar many = new Jar();
        Jar heavy = new Jar();
        for (int i = 0; i < 11; i++) {
            many.with("f" + i, "x");
        }
        for (int i = 0; i < 9; i++) {
            heavy.with("g" + i, new byte[700]);
        }
        assertThatThrownBy(() -> unpack(many.write(folder.resolve("many.jar")), SMALL))
                .hasMessageContaining("more than 10 files");
        assertThatThrownBy(() -> unpack(
                        heavy.write(folder.resolve("heavy.jar")), new IntakeLimits(10, 1_000, 5_000, 10_000, 600)))
                .hasMessageContaining("more than 5000 bytes");
    }

    @Test
    void refuses_an_entry_that_is_both_file_and_folder() throws Exception {
        Path jar = new Jar().with("a", "file").with("a/b", "child").write(folder.resolve("odd.jar"));
        assertThatThrownBy(() -> unpack(jar, IntakeLimits.DEFAULT))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("both a file and a folder");
    }

    @Test
    void says_how_to_mend_a_damaged_jar() throws Exception {
        Path whole = new Jar().with("org/x/A.java", "class A {}".repeat(500)).write(folder.resolve("whole.jar"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.jar"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> unpack(cut, IntakeLimits.DEFAULT))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("Delete it and run again");
        Path empty = Files.createFile(folder.resolve("empty.jar"));
        assertThatThrownBy(() -> new SourceArchive(empty).requireReadable()).hasMessageContaining("damaged");
        bytes[60] ^= 0x55;
        Path bent = Files.write(folder.resolve("bent.jar"), bytes);
        assertThatThrownBy(() -> unpack(bent, IntakeLimits.DEFAULT)).hasMessageContaining("damaged");
    }
}
