package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalDurabilityTest {
    @TempDir
    Path data;

    @Test
    @Timeout(120)
    void a_killed_process_loses_no_acknowledged_event() throws Exception {
        Process process = journal(100_000);
        int acknowledged = killAfter(process, 400);

        List<JournalEntry> entries = new JournalReader(EmbeddedDatabase.in(data)).readAll();

        assertThat(acknowledged).isGreaterThanOrEqualTo(400);
        assertThat(entries).hasSizeGreaterThanOrEqualTo(acknowledged);
        for (int i = 0; i < acknowledged; i++) {
            assertThat(entries.get(i).sequenceNumber()).isEqualTo(i + 1L);
            assertThat(entries.get(i).event()).isEqualTo(new EvolutionRunProtocol.RunFailed("event " + (i + 1)));
        }
    }

    @Test
    @Timeout(120)
    void a_folder_in_use_is_refused_and_free_again_after_a_kill() throws Exception {
        Process process = journal(1_000_000);
        try (BufferedReader out = output(process)) {
            assertThat(out.readLine()).isEqualTo("acknowledged 1");
            assertThatThrownBy(() -> DataFolder.claim(data))
                    .isInstanceOfSatisfying(
                            DataFolderFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(DataFolderFault.Kind.IN_USE))
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining(Long.toString(process.pid()));
            assertThatThrownBy(() -> new JournalReader(EmbeddedDatabase.in(data)).readAll())
                    .isInstanceOfSatisfying(
                            DataFolderFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(DataFolderFault.Kind.IN_USE));
        } finally {
            process.destroyForcibly().waitFor();
        }
        DataFolder.claim(data).close();
    }

    /** Reads acknowledgements until there are enough, kills, and reads on to the last that was said. */
    private static int killAfter(Process process, int enough) throws IOException, InterruptedException {
        int acknowledged = 0;
        try (BufferedReader out = output(process)) {
            while (out.readLine() != null) {
                acknowledged++;
                if (acknowledged == enough) {
                    // the process' own method would close its output, which is still to be read
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private Process journal(int events) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JournalingProcess.class.getName(),
                data.toString(),
                Integer.toString(events)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
