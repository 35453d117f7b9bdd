package org.elenchus.tools.cli.bench.entities;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elenchus.tools.cli.bench.entities.Figures.Join;
import org.elenchus.tools.cli.bench.entities.Figures.Kill;
import org.elenchus.tools.cli.bench.entities.Figures.Memory;
import org.elenchus.tools.cli.bench.entities.Figures.Recovery;
import org.elenchus.tools.simulation.population.Population;
import org.junit.jupiter.api.Test;

class FiguresReportTest {
    private static final EntityLoad LOAD =
            new EntityLoad(new Population(1, 10, 90, 2000), 3, 50, 2, "256m", List.of("a.b=3"), Path.of("logs"));

    private static FiguresReport report(List<Join> joins, List<Kill> kills) {
        return new FiguresReport(new Figures(
                LOAD,
                1.5,
                List.of(new Recovery(100, 2000, 4), new Recovery(100, 2000, 2)),
                Optional.of(new Memory(100, 1_048_576, 4_096_000 + 1_048_576, 1_048_576 + 51_200)),
                joins,
                kills));
    }

    @Test
    void rates_and_weights_are_per_entity() {
        String text = report(List.of(), List.of()).text();

        assertThat(text)
                .contains("10 repositories, 90 skills, 2000 events in 1.5 s; 3 nodes, then one more")
                .containsPattern("by nodes just started +4.0 +25 +500\n")
                .containsPattern("again +2.0 +50 +1000\n")
                .contains("39.5 KiB resident, 0.50 KiB at rest");
    }

    @Test
    void a_goal_is_met_by_the_slowest() {
        String text = report(
                        List.of(new Join(4, 9, 10), new Join(5, 10, 15.1), new Join(5, 10, 12)),
                        List.of(new Kill(true, 15, 14, 30, 20), new Kill(false, 11, 10, 3, 14)))
                .text();

        assertThat(text)
                .contains("goal: join to balanced and answering within 15 s: median 12.0, max 15.1 of 3: missed\n")
                .contains("goal: kill -9 to sample answering within 15 s: median 11.0, max 15.0 of 2: met\n")
                .contains("goal: kill -9 to all answering within 15 s: median 14.0, max 20.0 of 2: missed\n")
                .containsPattern("oldest +15.0 +14.0 +30 +20.0\n");
    }

    @Test
    void what_was_not_measured_has_no_goal() {
        assertThat(report(List.of(), List.of()).text()).doesNotContain("goal");
    }

    @Test
    void scripts_get_everything() {
        JsonNode json = report(List.of(new Join(4, 9, 10)), List.of(new Kill(true, 15, 14, 30, 20)))
                .json();

        assertThat(json.path("load").path("skills").asInt()).isEqualTo(90);
        assertThat(json.path("load").has("logs")).isFalse();
        assertThat(json.path("load").path("settings").get(0).asText()).isEqualTo("a.b=3");
        assertThat(json.path("memory").path("bytesPerResident").asDouble()).isEqualTo(40_448);
        assertThat(json.path("kills").get(0).path("oldest").asBoolean()).isTrue();
        assertThat(json.path("kills").get(0).path("all").asDouble()).isEqualTo(20);
        assertThat(json.path("joins").get(0).path("balanced").asDouble()).isEqualTo(9);
        assertThat(json.path("recoveries")).hasSize(2);
    }
}
