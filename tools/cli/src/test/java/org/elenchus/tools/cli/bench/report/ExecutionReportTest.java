package org.elenchus.tools.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.tools.cli.bench.measure.Cost;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.measure.Split;
import org.elenchus.tools.cli.bench.peer.BareLimit;
import org.elenchus.tools.cli.bench.peer.ColdBuild;
import org.elenchus.tools.cli.bench.peer.PitReport;
import org.elenchus.tools.cli.bench.peer.PitRun;
import org.junit.jupiter.api.Test;

class ExecutionReportTest {
    private static final Execution PASSED = new Execution.TestsRan(List.of());

    /** 100 candidates in as much wall time as processor time. */
    private static Pass pass(double seconds) {
        return new Pass(
                2, Collections.nCopies(100, PASSED), new Cost(seconds, seconds - 1, 1), new Split(1, 0.5, 2, 0.5));
    }

    private static PitRun pit() {
        return new PitRun(
                2,
                3,
                9,
                new PitReport(new TreeMap<>(java.util.Map.of("KILLED", 30, "NO_COVERAGE", 7))),
                new Cost(30, 60, 0.1),
                new Cost(15, 30, 0.1));
    }

    private static RepositoryResult result(String name, double covering, double failToPass, boolean beside) {
        return new RepositoryResult(
                new RepositorySummary(
                        new RepositoryCoordinate("maven:g:" + name + ":1"),
                        Digest.of(name),
                        Digest.of("inventory"),
                        1,
                        10,
                        5,
                        List.of()),
                1234,
                0.001,
                List.of(
                        new RepositoryResult.AtSlots(
                                1, pass(2 * covering), pass(2 * failToPass), pass(2 * failToPass), Optional.empty()),
                        new RepositoryResult.AtSlots(
                                2,
                                pass(covering),
                                pass(failToPass),
                                pass(failToPass),
                                beside ? Optional.of(pit()) : Optional.empty())),
                beside ? Optional.of(new ColdBuild.Result("mvn", 4, 40)) : Optional.empty(),
                beside ? Optional.of(new BareLimit.Result(50, 2, 49, 2, 2.5, pass(10))) : Optional.empty(),
                beside ? List.of() : List.of("PIT <was> absent"));
    }

    private static ExecutionReport report(RepositoryResult... results) {
        return new ExecutionReport(new ExecutionReport.Machine(2, "25", "Linux", 0.5), 1, 100, List.of(results));
    }

    @Test
    void headline_figures_are_geometric_means_over_repositories() {
        JsonNode json = ExecutionJson.of(report(result("a", 10, 5, true), result("b", 40, 5, true)));

        assertThat(json.at("/perSecond/covering").asDouble()).isCloseTo(5, within(1e-9));
        assertThat(json.at("/perCpuSecond/covering").asDouble()).isCloseTo(5, within(1e-9));
        assertThat(json.at("/perCpuSecond/failToPass").asDouble()).isCloseTo(20, within(1e-9));
        assertThat(json.at("/perSecond/pit").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(json.at("/perCpuSecond/pit").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(json.at("/perCpuSecond/pitWhole").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(json.at("/coldBuild").asDouble()).isCloseTo(0.1, within(1e-9));
        assertThat(json.at("/bareLimit").asDouble()).isCloseTo(25, within(1e-9));
        assertThat(json.at("/ratios/failToPassToPit").asDouble()).isCloseTo(20, within(1e-9));
        assertThat(json.at("/ratios/failToPassToColdBuild").asDouble())
                .as("one slot")
                .isCloseTo(100, within(1e-9));
        assertThat(json.at("/ratios/bareLimitToSandbox").asDouble()).isCloseTo(2.5, within(1e-9));
        assertThat(json.at("/repositories/1/slots/0/covering/split/protocol").asDouble())
                .isEqualTo(0.5);
        assertThat(json.at("/repositories/0/slots/1/pit/statuses/KILLED").asInt())
                .isEqualTo(30);
    }

    @Test
    void a_ratio_is_over_the_repositories_that_have_both() {
        JsonNode json = ExecutionJson.of(report(result("a", 10, 5, true), result("b", 10, 500, false)));

        assertThat(json.at("/ratios/failToPassToPit").asDouble()).isCloseTo(20, within(1e-9));
        assertThat(json.at("/ratios/bareLimitToSandbox").asDouble()).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void what_was_not_measured_is_null_in_json_and_named_in_text() {
        ExecutionReport report = report(result("a", 10, 5, false));
        JsonNode json = ExecutionJson.of(report);

        assertThat(json.at("/perCpuSecond/pit").isNull()).isTrue();
        assertThat(json.at("/coldBuild").isNull()).isTrue();
        assertThat(json.at("/bareLimit").isNull()).isTrue();
        assertThat(json.at("/ratios/failToPassToPit").isNull()).isTrue();
        assertThat(ExecutionText.of(report)).contains("a: PIT <was> absent").doesNotContain("NaN", "to PIT");
    }

    @Test
    void the_text_says_when_pit_had_only_a_sample_of_the_classes() {
        assertThat(ExecutionText.of(report(result("a", 10, 5, true))))
                .contains("a: PIT mutated a sample of 3 of 9 classes")
                .contains("bare limit left out 2 candidates");
    }

    @Test
    void the_plot_is_well_formed_and_a_faster_way_has_a_longer_bar() throws Exception {
        String svg = ExecutionPlot.svg(report(result("a", 10, 5, true), result("b", 40, 5, false)));

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var bars = document.getElementsByTagName("rect");
        // The background, then group a: FAIL_TO_PASS, covering.
        assertThat(width(bars.item(1))).isGreaterThan(width(bars.item(2)));
        assertThat(bars.getLength()).isEqualTo(1 + 2 + 6 + 4);
    }

    @Test
    void labels_of_a_plot_are_escaped() {
        assertThat(new BarPlot("a<b", "u").bar("g&g", "\"x\"", 1, "red").svg())
                .contains("a&lt;b", "g&amp;g", "&quot;x&quot;");
    }

    @Test
    void a_mean_is_over_what_was_measured() {
        assertThat(Rate.mean(List.of(2.0, 8.0, Double.NaN, 0.0))).isCloseTo(4, within(1e-12));
        assertThat(Rate.mean(List.of())).isNaN();
    }

    private static double width(org.w3c.dom.Node bar) {
        return Double.parseDouble(bar.getAttributes().getNamedItem("width").getNodeValue());
    }
}
