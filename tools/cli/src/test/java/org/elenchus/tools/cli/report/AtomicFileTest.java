package org.elenchus.tools.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_device_stays_a_device() throws Exception {
        Path device = Path.of("/dev/null");
        OutputFile nowhere = new OutputFile("--json", device);

        assertThatCode(nowhere::check).doesNotThrowAnyException();
        nowhere.write("new");

        assertThat(Files.isRegularFile(device)).isFalse();
    }
}
