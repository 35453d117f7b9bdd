package org.elenchus.tools.mining.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.elenchus.actors.port.SandboxFault;
import org.junit.jupiter.api.Test;

class FairShareTest {
    @Test
    void never_exceeds_the_wall_time_and_grows_with_the_run() throws Exception {
        long start = System.nanoTime();
        long estimate = FairShare.millis(() -> pause(600));
        long wall = (System.nanoTime() - start) / 1_000_000;
        assertThat(estimate).isBetween(10L, wall);
        assertThat(FairShare.millis(() -> {})).isLessThan(estimate);
    }

    @Test
    void passes_a_fault_on_and_stops_its_companion() {
        assertThatThrownBy(() -> FairShare.millis(() -> {
                    throw new SandboxFault("gone");
                }))
                .isInstanceOf(SandboxFault.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("fair-share"));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
