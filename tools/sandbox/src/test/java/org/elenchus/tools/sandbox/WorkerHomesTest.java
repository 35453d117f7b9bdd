package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerHomesTest {
    @TempDir
    Path temporary;

    @Test
    void a_folder_is_swept_once_its_owner_was_killed_and_not_before() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HomeOwner.class.getName(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = owner.inputReader(StandardCharsets.UTF_8)) {
            Path home = Path.of(said.readLine());
            Files.createDirectories(home.resolve("work/deep"));
            WorkerHomes.sweep(temporary);
            assertThat(home).exists();

            owner.destroyForcibly().waitFor();
            WorkerHomes.sweep(temporary);
            assertThat(home).doesNotExist();
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void a_process_does_not_sweep_its_own_folders() throws Exception {
        Path home = WorkerHomes.make(temporary);
        WorkerHomes.sweep(temporary);
        WorkerHomes.sweep(temporary);
        assertThat(home).exists();
        WorkerHomes.remove(home);
        assertThat(home).doesNotExist();
    }

    @Test
    void what_nobody_marked_and_what_is_no_workers_folder_is_left_alone() throws Exception {
        Path unmarked = Files.createDirectory(temporary.resolve(WorkerHomes.PREFIX + "1"));
        Path other = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createFile(other.resolve("owner.lock"));
        WorkerHomes.sweep(temporary);
        assertThat(unmarked).exists();
        assertThat(other).exists();
    }
}
