package org.elenchus.tools.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    private static ExitCode refused(Path typed) {
        try {
            new OutputFile("--json", typed).check();
            return ExitCode.SUCCESS;
        } catch (Fault e) {
            assertThat(e).hasMessageContaining("--json " + typed);
            return e.exitCode();
        }
    }

    @Test
    void a_folder_and_a_file_in_a_folder_that_is_not_there_are_refused_before_anything_long_begins() throws Exception {
        assertThat(refused(folder)).isEqualTo(ExitCode.USAGE);
        assertThat(refused(folder.resolve("none/out.json"))).isEqualTo(ExitCode.USAGE);
        assertThat(refused(folder.resolve("out.json"))).isEqualTo(ExitCode.SUCCESS);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_disk_that_is_full_in_the_end_is_told_with_the_option_and_what_to_do() throws Exception {
        OutputFile full = new OutputFile("--json", Path.of("/dev/full"));
        full.check();

        assertThatThrownBy(() -> full.write(() -> "x"))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("cannot write to --json /dev/full")
                .hasMessageContaining("make room");
        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
    }

    @Test
    void where_no_file_is_asked_for_nothing_is_made_up_to_be_written() throws Exception {
        OutputFile none = new OutputFile("--json", null);
        none.check();

        none.write(() -> {
            throw new AssertionError("nobody reads it");
        });
    }

    @Test
    void what_is_written_is_there() throws Exception {
        Path file = folder.resolve("out.json");

        new OutputFile("--json", file).write(() -> "ä\n");

        assertThat(file).hasContent("ä\n");
    }
}
