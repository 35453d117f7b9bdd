package org.elenchus.tools.cli.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.elenchus.persistence.DataPaths;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.progress.ProgressView;
import org.elenchus.tools.cli.report.Timings;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWatchTest {
    private static final RunSpec SPEC = Samples.SPEC;

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void time_goes_to_the_iteration_it_was_spent_in_and_adds_up_over_processes() throws Exception {
        DataPaths paths = DataPaths.of(folder);
        List<Phase> shown = new ArrayList<>();

        watch(paths, shown, status(Phase.PREPARING, 0), status(Phase.SCORING, 1), status(Phase.FAILED, 1));
        watch(paths, shown, status(Phase.TRAINING, 1), status(Phase.FINISHED, 1));

        Timings timings = Timings.read(paths.timings());
        assertThat(timings.of(SPEC.runId(), 0).seconds()).isEqualTo(1);
        assertThat(timings.of(SPEC.runId(), 1).seconds()).isEqualTo(4);
        assertThat(timings.of(SPEC.runId(), 1).executing()).isEqualTo(2);
        assertThat(timings.of(SPEC.runId(), 1).learning()).isEqualTo(1);
        assertThat(timings.total(SPEC.runId()).remainder()).isEqualTo(1.25);
        assertThat(shown).containsExactly(Phase.PREPARING, Phase.SCORING, Phase.FAILED, Phase.TRAINING, Phase.FINISHED);
    }

    private void watch(DataPaths paths, List<Phase> shown, Status... script) throws Exception {
        new RunWatch(new Scripted(script), new Recorder(shown), paths, clock::get).untilEnd(SPEC);
    }

    private static Status status(Phase phase, int iteration) {
        return new Status(SPEC.runId(), phase, iteration, 0, 0, List.of(), Optional.empty(), Share.DEFAULT);
    }

    /** Each answer takes a second, of which half goes to executing and a quarter to learning. */
    private final class Scripted implements Engine {
        private final Deque<Status> script;
        private double steps;

        Scripted(Status... script) {
            this.script = new ArrayDeque<>(List.of(script));
        }

        @Override
        public Status start(RunSpec spec) {
            return status(spec.runId());
        }

        @Override
        public Status status(String runId) {
            steps++;
            clock.addAndGet(1_000_000_000L);
            return script.remove();
        }

        @Override
        public Effort effort() {
            return new Effort(steps / 2, steps / 4);
        }

        @Override
        public void close() {}
    }

    private record Recorder(List<Phase> shown) implements ProgressView {
        @Override
        public void show(Status status) {
            shown.add(status.phase());
        }

        @Override
        public void detail(String text) {}

        @Override
        public void close() {}
    }
}
