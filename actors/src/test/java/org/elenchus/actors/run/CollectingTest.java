package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elenchus.actors.run.Request.Attempt;
import org.junit.jupiter.api.Test;

class CollectingTest {
    private final Simulation run = Simulation.calm(Specs.spec(7));

    @Test
    void the_first_iteration_attempts_the_seed_tasks_with_all_rollouts() {
        assertThat(collected(1))
                .extracting(Attempt::task)
                .isEqualTo(run.started().pools().seed());
        assertThat(collected(1)).allMatch(attempt -> attempt.rollouts() == 4);
    }

    @Test
    void later_iterations_draw_admitted_tasks_without_replacement_the_latest_first() {
        List<TaskRef> latest = admitted(2);
        List<TaskRef> drawn = collected(3).stream().map(Attempt::task).toList();
        assertThat(drawn).hasSize(6).doesNotHaveDuplicates();
        Set<TaskRef> known = new HashSet<>(admitted(1));
        known.addAll(latest);
        assertThat(known).containsAll(drawn);
        assertThat(drawn.stream().filter(latest::contains).count()).isGreaterThanOrEqualTo(3);
        assertThat(collected(3)).allMatch(attempt -> attempt.rollouts() == 2);
    }

    @Test
    void later_training_rounds_replay_older_tasks() {
        List<TaskRef> trained = attempts("training/3/2/");
        assertThat(trained).containsAll(admitted(3));
        assertThat(trained).hasSize(admitted(3).size() + 1);
    }

    private List<TaskRef> attempts(String prefix) {
        return run.sent.stream()
                .filter(request -> request.id().startsWith(prefix))
                .map(request -> ((Attempt) request).task())
                .toList();
    }

    private List<Attempt> collected(int iteration) {
        return run.sent.stream()
                .filter(request -> request.id().startsWith("collecting/" + iteration + "/"))
                .map(Attempt.class::cast)
                .toList();
    }

    private List<TaskRef> admitted(int iteration) {
        return run.started().curriculum().stream()
                .filter(admitted -> admitted.iteration() == iteration)
                .map(Admitted::task)
                .toList();
    }
}
