package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.elenchus.protocol.run.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OccasionTest {
    @ParameterizedTest
    @EnumSource(Phase.class)
    void a_groups_id_tells_when_its_task_was_rolled_out(Phase phase) {
        String id = Ids.group(phase, 12, 3, "generate/1/TRAIN/lib/guard/00");

        assertThat(Occasion.of(id)).isEqualTo(new Occasion(phase, 12, 3));
    }

    @Test
    void the_id_of_anything_else_is_refused() {
        assertThatThrownBy(() -> Occasion.of(Ids.distil(1))).hasMessageContaining("distil/1");
    }
}
