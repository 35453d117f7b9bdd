package org.elenchus.tools.cli.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    private static final String STAT = "4242 (a (b) c 7) S 1 2 3 4 5 6 7 8 9 10 100 20 3 4 15 16 17 18 19 20 21 22";

    @Test
    void a_commands_name_may_hold_blanks_and_parentheses() {
        assertThat(ProcessorTime.ticks(STAT, 0)).isEqualTo(127);
        assertThat(ProcessorTime.ticks(STAT, 2)).isEqualTo(7);
    }

    @Test
    void what_a_child_used_is_still_counted_when_it_has_ended() throws Exception {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "there is no /proc here");
        ProcessorTime before = ProcessorTime.now();
        Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done").start();
        assertThat(child.waitFor()).isZero();

        assertThat(ProcessorTime.now().minus(before).children()).isPositive();
    }
}
