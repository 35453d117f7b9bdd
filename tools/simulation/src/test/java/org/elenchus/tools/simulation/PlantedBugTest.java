package org.elenchus.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.elenchus.tools.simulation.machine.Fault;
import org.junit.jupiter.api.Test;

class PlantedBugTest {
    private static final Set<Fault> ALL = EnumSet.allOf(Fault.class);
    private static final int ENOUGH = 2_000;

    @Test
    void an_acknowledgement_before_the_write_is_found_and_its_seed_plays_it_again_message_by_message()
            throws InterruptedException {
        Play found = new Campaign(1, ENOUGH, ALL, 1)
                .run(new HastySkill(), played -> {})
                .violation()
                .orElseThrow();
        Violation violation = found.violation().orElseThrow();
        assertThat(violation.invariant()).isEqualTo(Invariant.ACKNOWLEDGED_IS_KEPT);
        assertThat(violation.seen()).contains("recorded");

        Play again = replay(new HastySkill(), found.seed());
        Play onceMore = replay(new HastySkill(), found.seed());
        assertThat(again.violation()).contains(violation);
        assertThat(again.steps()).isEqualTo(found.steps());
        assertThat(again.time()).isEqualTo(found.time());
        assertThat(again.trace())
                .anyMatch(line -> line.contains("KILLED    Skill|"))
                .isEqualTo(onceMore.trace());

        assertThat(replay(Cast.REAL, found.seed()).violation())
                .as("the real skill, in the schedule of seed %d", found.seed())
                .isEmpty();
    }

    private static Play replay(Cast cast, long seed) {
        try (Simulator simulator = new Simulator(cast)) {
            return simulator.play(seed, ALL, true);
        }
    }
}
