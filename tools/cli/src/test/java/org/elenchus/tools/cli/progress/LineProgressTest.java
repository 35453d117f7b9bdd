package org.elenchus.tools.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.IterationReport;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private final StringWriter out = new StringWriter();
    private final AtomicLong clock = new AtomicLong();
    private final LineProgress progress = new LineProgress(new PrintWriter(out), 3, 0, clock::get);

    @Test
    void says_each_phase_and_then_only_now_and_again() {
        progress.show(status(Phase.JUDGING, 1, 10, 0));
        progress.show(status(Phase.JUDGING, 1, 10, 1));
        clock.addAndGet(6_000_000_000L);
        progress.show(status(Phase.JUDGING, 1, 10, 7));
        progress.show(status(Phase.SCORING, 1, 4, 0));

        assertThat(out.toString().lines())
                .containsExactly(
                        "iteration 1/3: judging candidates 0/10",
                        "iteration 1/3: judging candidates 7/10",
                        "iteration 1/3: scoring candidates 0/4");
    }

    @Test
    void sums_up_each_iteration_once() {
        progress.show(status(Phase.COLLECTING, 1, 0, 0, Samples.base()));
        progress.show(status(Phase.FINISHED, 1, 0, 0, Samples.base(), Samples.first()));

        assertThat(out.toString().lines())
                .containsExactly(
                        "base: held-out solve rate 0.333 2/6 [0.125 0.875]",
                        "iteration 1/3: collecting traces",
                        "iteration 1: 1 of 6 candidates admitted, 1 skills, held-out solve rate 0.667 4/6 [0.125 0.875]",
                        "finished");
    }

    private static Status status(Phase phase, int iteration, int asked, int answered, IterationReport... reports) {
        return new Status(
                "run-x", phase, iteration, asked, answered, List.of(reports), Optional.empty(), Share.DEFAULT);
    }
}
