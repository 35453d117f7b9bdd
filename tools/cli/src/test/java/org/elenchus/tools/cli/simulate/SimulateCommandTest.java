package org.elenchus.tools.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Typed;
import org.elenchus.tools.simulation.Campaign;
import org.elenchus.tools.simulation.Invariant;
import org.elenchus.tools.simulation.Play;
import org.elenchus.tools.simulation.Violation;
import org.elenchus.tools.simulation.machine.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void plays_schedules_and_writes_what_came_of_them() throws Exception {
        Path file = folder.resolve("simulated.json");
        Typed typed = Typed.in(folder, "simulate", "--schedules", "20", "--threads", "1", "--json", file.toString());
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("20 schedules").contains("every invariant held");
        JsonNode json = ProtocolJson.mapper().readTree(Files.readAllBytes(file));
        assertThat(json.get("schedules").asInt()).isEqualTo(20);
        assertThat(json.get("faults")).hasSize(6);
        assertThat(json.get("violation").isNull()).isTrue();
    }

    @Test
    void a_replay_prints_every_message_and_the_same_ones_again() {
        Typed once = Typed.in(folder, "simulate", "--replay", "5", "--faults", "drop,crash");
        Typed again = Typed.in(folder, "simulate", "--replay", "5", "--faults", "drop,crash");
        assertThat(once.out()).contains("Prepare[coordinate=").contains("FINISHED");
        assertThat(messages(again)).isNotEmpty().isEqualTo(messages(once));
    }

    private static List<String> messages(Typed typed) {
        return typed.out().lines().filter(line -> line.contains(" s  ")).toList();
    }

    @Test
    void a_violation_is_told_with_its_seed_and_how_to_play_it_again() {
        Violation violation = new Violation(Invariant.ONE_VERDICT, "judged more than once: c/1");
        Play play = new Play(4711, Optional.of(violation), 10, Duration.ofSeconds(1), List.of());
        assertThat(SimulationReport.text(Campaign.Result.of(play), EnumSet.of(Fault.DROP, Fault.CRASH)))
                .contains(Invariant.ONE_VERDICT.claim())
                .contains("judged more than once: c/1")
                .contains("elenchus simulate --replay 4711 --faults crash,drop");
    }

    @Test
    void no_schedules_are_refused() {
        Typed typed = Typed.in(folder, "simulate", "--schedules", "0");
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("--schedules");
    }
}
