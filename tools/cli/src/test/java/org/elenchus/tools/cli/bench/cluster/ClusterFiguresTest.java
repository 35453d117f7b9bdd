package org.elenchus.tools.cli.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.tools.cli.node.load.LoadReading;
import org.elenchus.tools.simulation.load.Latency;
import org.elenchus.tools.simulation.load.Load;
import org.junit.jupiter.api.Test;

class ClusterFiguresTest {
    private static final double OFTEN = 1e-9;

    private static ClusterLoad load(double latency) {
        return new ClusterLoad(
                new Load(1, 3, 8, 6, new Latency(1, latency, 0.1)), 64, 24, 20, 60, 10, "384m", Path.of("/logs"));
    }

    /** Each node executes as often in ten seconds, each time for 100 ms. */
    private static Measured measured(int nodes, long executions, long faulted, double resident) {
        LoadReading before = new LoadReading(nodes, 1000, 0, 100, 0, 5, 0, resident, 1, 0);
        LoadReading after = new LoadReading(
                nodes,
                1000 + executions,
                executions * 100_000_000L,
                100 + executions / 40,
                faulted,
                7,
                100 << 20,
                resident,
                2,
                0);
        return new Measured(
                64,
                10,
                IntStream.range(0, nodes).mapToObj(i -> before).toList(),
                IntStream.range(0, nodes).mapToObj(i -> after).toList(),
                500);
    }

    @Test
    void figures_are_what_grew_within_the_window_over_all_nodes() {
        Measured two = measured(2, 6400, 0, 3e8);

        assertThat(two.executions()).isEqualTo(12_800);
        assertThat(two.executionsPerSecond()).isEqualTo(1280, within(OFTEN));
        assertThat(two.piecesPerSecond()).isEqualTo(32, within(OFTEN));
        assertThat(two.eventsPerSecond()).isEqualTo(50, within(OFTEN));
        assertThat(two.busy()).isEqualTo(1, within(OFTEN));
        assertThat(two.isSaturated()).isTrue();
        assertThat(measured(2, 6000, 0, 3e8).isSaturated()).isFalse();
        assertThat(two.processorSeconds()).isEqualTo(4, within(OFTEN));
        assertThat(two.heapBytes()).isEqualTo(100 << 20, within(OFTEN));
        assertThat(two.runsFinished()).isEqualTo(2);
    }

    @Test
    void efficiency_is_throughput_per_node_compared_to_the_base() {
        assertThat(measured(4, 5760, 0, 3e8).efficiency(measured(1, 6400, 0, 3e8)))
                .isEqualTo(0.9, within(OFTEN));
        assertThat(measured(4, 6400, 0, 3e8).efficiency(measured(2, 6400, 0, 3e8)))
                .isEqualTo(1, within(OFTEN));
    }

    @Test
    void the_table_has_a_row_for_each_size_and_no_remark_when_all_went_well() {
        String text =
                new ClusterFigures(load(100), List.of(measured(1, 6400, 0, 3e8), measured(2, 6300, 0, 3e8))).text();

        assertThat(text.lines()).hasSize(3);
        assertThat(text.lines().toList().get(2)).contains("128", "12600", "1260", "0.984", "286");
    }

    @Test
    void idle_slots_lost_work_and_failed_runs_are_remarked_on() {
        String text = new ClusterFigures(load(100), List.of(measured(1, 3200, 3, Double.NaN))).text();

        assertThat(text).contains("slots were idle", "--runs", "3 pieces of work lost", "/logs");
    }

    @Test
    void without_latency_nothing_is_said_of_idle_slots() {
        String text = new ClusterFigures(load(0), List.of(measured(1, 3200, 0, 3e8))).text();

        assertThat(text).doesNotContain("idle");
    }

    @Test
    void the_json_has_every_figure_and_null_for_what_the_system_does_not_tell() {
        JsonNode json = new ClusterFigures(
                        load(100), List.of(measured(1, 6400, 0, 3e8), measured(2, 6400, 1, Double.NaN)))
                .json();

        assertThat(json.path("latencyMillis").asDouble()).isEqualTo(100);
        assertThat(json.path("slotsPerNode").asInt()).isEqualTo(64);
        JsonNode second = json.path("sizes").path(1);
        assertThat(second.path("nodes").asInt()).isEqualTo(2);
        assertThat(second.path("executions").asLong()).isEqualTo(12_800);
        assertThat(second.path("efficiency").asDouble()).isEqualTo(1);
        assertThat(second.path("faulted").asLong()).isEqualTo(2);
        assertThat(second.path("residentBytes").isNull()).isTrue();
        assertThat(json.path("sizes").path(0).path("residentBytes").asDouble()).isEqualTo(3e8);
    }
}
