package org.elenchus.tools.cli.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.LearningSettings;
import org.junit.jupiter.api.Test;

class SettingTest {
    @Test
    void every_combination_is_tried_once() {
        List<Setting> all = Setting.combinations(
                List.of(0.02, 0.1),
                List.of(1e-8),
                List.of(),
                List.of(AdvantageEstimator.GDPO, AdvantageEstimator.GRPO));

        assertThat(all)
                .extracting(Setting::text)
                .containsExactly(
                        "rate 0.02, damping 1e-8, gdpo",
                        "rate 0.02, damping 1e-8, grpo",
                        "rate 0.1, damping 1e-8, gdpo",
                        "rate 0.1, damping 1e-8, grpo");
    }

    @Test
    void what_is_not_named_stays_the_runs_own() {
        Setting nothing =
                Setting.combinations(List.of(), List.of(), List.of(), List.of()).get(0);
        Setting epochs = Setting.combinations(List.of(), List.of(), List.of(4), List.of())
                .get(0);

        assertThat(nothing.text()).isEqualTo("as trained");
        assertThat(nothing.over(LearningSettings.DEFAULT)).isEqualTo(LearningSettings.DEFAULT);
        LearningSettings longer = epochs.over(LearningSettings.DEFAULT);
        assertThat(longer.epochs()).isEqualTo(4);
        assertThat(longer.damping()).isEqualTo(LearningSettings.DEFAULT.damping());
    }
}
