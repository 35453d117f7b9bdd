package org.elenchus.tools.cli.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.elenchus.tools.cli.retrain.Rollouts.LESSON;
import static org.elenchus.tools.cli.retrain.Rollouts.group;
import static org.elenchus.tools.cli.retrain.Rollouts.kept;
import static org.elenchus.tools.cli.retrain.Rollouts.ref;
import static org.elenchus.tools.cli.retrain.Rollouts.solved;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.tools.cli.retrain.Yardstick.Measure;
import org.junit.jupiter.api.Test;

class RetrainingTest {
    private static final Policy BASE = new Policy(new double[4]);

    private static Retraining retraining(Integer... epochs) {
        MendBook book = new MendBook();
        book.add(ref("anchoring/1/0/v", "v"), group(solved(kept(0, 0))));
        List<Setting> settings = Setting.combinations(List.of(0.1), List.of(1e-8), List.of(epochs), List.of());
        return new Retraining(settings, 2, book.yardstick(), List.of(1));
    }

    /** Two iterations, of which the second admitted nothing. */
    private static TrainedRun run() {
        SortedMap<Integer, List<GroupRef>> rounds = new TreeMap<>();
        rounds.put(1, List.of(ref("scoring/1/0/t", "t")));
        SortedMap<Integer, SortedMap<Integer, List<GroupRef>>> lessons = new TreeMap<>();
        lessons.put(1, rounds);
        return new TrainedRun("run-1", LearningSettings.DEFAULT, 2, Digest.of("base"), List.of(), lessons);
    }

    @Test
    void what_is_right_rises_by_a_step_an_epoch_and_stays_where_nothing_is_trained_on() {
        List<Measure> once = retraining(1).of(run(), BASE, group -> LESSON).get(0);

        // Adam's first step is the learning rate: right rows +0.1, wrong ones −0.1.
        double right = 1 / (1 + StrictMath.exp(-0.2));
        assertThat(once.get(0).solved().get(0)).isCloseTo(0.25, within(1e-12));
        assertThat(once.get(1).solved().get(0)).isCloseTo(right * right, within(1e-6));
        assertThat(once.get(1).logLikelihood()).isCloseTo(2 * StrictMath.log(right), within(1e-6));
        assertThat(once.get(2)).isEqualTo(once.get(1));
    }

    @Test
    void each_setting_starts_from_the_untrained_policy() {
        List<List<Measure>> both = retraining(1, 3).of(run(), BASE, group -> LESSON);

        assertThat(both.get(0))
                .isEqualTo(retraining(1).of(run(), BASE, group -> LESSON).get(0));
        assertThat(both.get(1).get(0)).isEqualTo(both.get(0).get(0));
        assertThat(both.get(1).get(1).logLikelihood())
                .isGreaterThan(both.get(0).get(1).logLikelihood());
    }

    @Test
    void a_report_has_a_row_for_each_setting_and_one_for_the_untrained_policy() throws Exception {
        Retraining retraining = retraining(1, 3);
        List<List<Measure>> courses = retraining.of(run(), BASE, group -> LESSON);
        RetrainText text =
                new RetrainText(RetrainReport.of(List.of("run-1", "run-2"), retraining, List.of(courses, courses)));

        assertThat(text.text().lines().skip(2).limit(4).map(line -> line.split(" {2,}")[0]))
                .containsExactly(
                        "settings",
                        "untrained",
                        "rate 0.1, damping 1e-8, epochs 1",
                        "rate 0.1, damping 1e-8, epochs 3");
        assertThat(text.text()).contains("runs: 2", "mended by a single edit: 1", "0.250 [0.250 0.250]", "0.302");
        JsonNode json = ProtocolJson.mapper().readTree(text.json());
        JsonNode row = json.path("settings").path(1);
        assertThat(row.path("epochs").asInt()).isEqualTo(3);
        assertThat(row.has("advantage")).isFalse();
        assertThat(row.path("logLikelihood")).hasSize(3);
        assertThat(row.path("solved").path(0).path("base").path("value").asDouble())
                .isCloseTo(0.25, within(1e-12));
    }
}
