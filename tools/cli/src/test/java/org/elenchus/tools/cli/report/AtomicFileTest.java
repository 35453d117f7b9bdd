package org.elenchus.tools.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] CONTENT = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void a_link_stays_a_link_and_what_it_leads_to_is_written() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "longer than before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        AtomicFile.write(link, CONTENT);

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(file, link);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_pipe_stays_a_pipe_and_who_reads_it_gets_what_is_written() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));
        OutputFile file = new OutputFile("--json", pipe);

        assertThatCode(file::check).doesNotThrowAnyException();
        file.write(() -> "new");

        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("new");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    private static String read(Path pipe) {
        try {
            return Files.readString(pipe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
