package org.elenchus.tools.cli.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PitReportTest {
    private static final String MUTATOR = "org.pitest.mutationtest.engine.gregor.mutators.MathMutator";

    @Test
    void mutants_that_no_test_was_run_on_do_not_count_as_executed() {
        PitReport report = PitReport.parse(List.of(
                "A.java,x.A," + MUTATOR + ",add,12,KILLED,x.ATest.[engine:junit-jupiter]/[method:adds(int, int)]",
                "A.java,x.A$B," + MUTATOR + ",add,13,SURVIVED,none",
                "A.java,x.A," + MUTATOR + ",add,14,NO_COVERAGE,none",
                "A.java,x.A," + MUTATOR + ",loop,15,TIMED_OUT,none",
                ""));

        assertThat(report.mutants()).isEqualTo(4);
        assertThat(report.executed()).isEqualTo(3);
        assertThat(report.statuses())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("KILLED", 1, "SURVIVED", 1, "NO_COVERAGE", 1, "TIMED_OUT", 1));
    }

    @Test
    void a_line_that_is_none_of_pits_is_refused() {
        assertThatThrownBy(() -> PitReport.parse(List.of("A.java,x.A,m,add,12")))
                .hasMessageContaining("not a line of PIT's");
        assertThatThrownBy(() -> PitReport.parse(List.of("A.java,x.A,m,add,12,12,none")))
                .hasMessageContaining("not a line of PIT's");
    }

    @Test
    void the_analysis_starts_after_the_first_scan() {
        assertThat(Pit.startsAnalysis("PIT >> INFO : Created 22 mutation test units in pre scan"))
                .isFalse();
        assertThat(Pit.startsAnalysis("PIT >> INFO : Created  22 mutation test units"))
                .isTrue();
    }
}
