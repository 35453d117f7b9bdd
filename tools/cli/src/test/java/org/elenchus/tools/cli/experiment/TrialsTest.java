package org.elenchus.tools.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.cluster.Runs;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private final List<String> ended = new ArrayList<>();
    private int mostAtOnce;

    private final Trials.Listener listener = new Trials.Listener() {
        @Override
        public void progress(Map<Trial, Status> running, int waiting) {
            mostAtOnce = Math.max(mostAtOnce, running.size());
        }

        @Override
        public void ended(Trial trial, Status status) {
            ended.add(trial.strategy().label() + " " + status.phase());
        }
    };

    /** A run ends when it was looked at as often as its number of tasks says; one of 9 tasks fails. */
    private static final class Counting implements Runs {
        private final Map<String, Integer> left = new LinkedHashMap<>();

        @Override
        public Status start(RunSpec spec) {
            left.put(spec.runId(), spec.tasksPerIteration());
            return status(spec.runId(), Phase.SCORING);
        }

        @Override
        public Status status(String runId) {
            int more = left.merge(runId, -1, Integer::sum);
            return status(runId, more > 0 ? Phase.SCORING : runId.equals(failing()) ? Phase.FAILED : Phase.FINISHED);
        }

        private static String failing() {
            return Samples.SPEC.withTasksPerIteration(9).runId();
        }

        private static Status status(String runId, Phase phase) {
            Optional<String> failure = phase == Phase.FAILED ? Optional.of("no network") : Optional.empty();
            return new Status(runId, phase, 1, 0, 0, List.of(), failure, Share.DEFAULT);
        }
    }

    private static Trial trial(Strategy strategy, int tasks) {
        return new Trial(strategy, Samples.SPEC.withTasksPerIteration(tasks));
    }

    @Test
    void trials_run_several_at_once_and_each_that_ends_makes_room() throws Exception {
        List<Trial> trials = List.of(
                trial(Strategy.FULL, 5),
                trial(Strategy.UNIFORM, 1),
                trial(Strategy.REMOVAL, 2),
                trial(Strategy.ZERO_SUM, 1));

        Map<String, String> failures = new Trials(new Counting(), 2, listener).run(trials, 0);

        assertThat(failures).isEmpty();
        assertThat(mostAtOnce).isEqualTo(2);
        assertThat(ended)
                .containsExactlyInAnyOrder(
                        "uniform FINISHED", "removal FINISHED", "zero-sum FINISHED", "full FINISHED");
        assertThat(ended.get(0)).isEqualTo("uniform FINISHED");
    }

    @Test
    void a_trial_that_fails_says_why_and_stops_no_other() throws Exception {
        List<Trial> trials = List.of(trial(Strategy.FULL, 9), trial(Strategy.UNIFORM, 3));

        Map<String, String> failures = new Trials(new Counting(), 1, listener).run(trials, 0);

        assertThat(failures).containsExactly(Map.entry("full, seed 7", "no network"));
        assertThat(ended).containsExactly("full FAILED", "uniform FINISHED");
    }
}
