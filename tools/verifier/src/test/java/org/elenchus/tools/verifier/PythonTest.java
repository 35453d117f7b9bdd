package org.elenchus.tools.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's own unittest suite, run by the system's Python. */
class PythonTest {
    private static final TestId BULK =
            new TestId("tests.test_cart.CartTest", "test_ten_of_an_article_are_five_percent_off");
    private static final TestId SUM = new TestId("tests.test_cart.CartTest", "test_lines_add_up");

    @TempDir
    Path folder;

    private Snapshots snapshots;

    @BeforeEach
    void make() {
        assumeTrue(
                Stream.of("/usr/local/bin", "/usr/bin", "/bin")
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "python3"))),
                "SKIPPED: there is no python3 on this machine");
        snapshots = new Snapshots(folder);
    }

    private Execution run(Map<String, String> overlay, TestId... tests) throws Exception {
        Digest snapshot = snapshots.sample();
        try (Sandbox sandbox = snapshots.sandbox()) {
            return sandbox.executeAfresh(new ExecutionRequest(
                    snapshot,
                    Overlay.of(overlay),
                    Stream.of(tests).map(test -> new TestRun(test, 1)).toList(),
                    false));
        }
    }

    private static String cart(String original, String edited) throws Exception {
        String text = Files.readString(Snapshots.SAMPLE.resolve("storefront/cart.py"));
        assertThat(text).contains(original);
        return text.replace(original, edited);
    }

    @Test
    void the_suite_is_discovered() throws Exception {
        Digest snapshot = snapshots.sample();
        try (Sandbox sandbox = snapshots.sandbox()) {
            assertThat(sandbox.build(snapshot).mainErrors()).isEmpty();
            List<TestId> tests = sandbox.discover(snapshot);
            assertThat(tests).hasSize(12).contains(BULK, SUM).isSorted();
        }
    }

    @Test
    void a_broken_line_fails_the_test_that_tells_and_no_other() throws Exception {
        Execution execution = run(Map.of("storefront/cart.py", cart("count >= BULK", "count > BULK")), SUM, BULK);

        assertThat(execution).isInstanceOfSatisfying(Execution.TestsRan.class, ran -> {
            assertThat(ran.results().get(0).outcome().passed()).isTrue();
            assertThat(ran.results().get(1).outcome()).isInstanceOfSatisfying(TestOutcome.Failed.class, failed -> {
                assertThat(failed.failure().exception()).isEqualTo("AssertionError");
                assertThat(failed.failure().message()).contains("1200 != 1140");
            });
        });
    }

    @Test
    void an_exit_while_a_module_is_loaded_is_no_pass() throws Exception {
        assertThat(run(Map.of("storefront/cart.py", "import os\nos._exit(0)\n"), SUM))
                .isInstanceOf(Execution.Crashed.class);
        assertThat(run(Map.of("storefront/cart.py", "import sys\nsys.exit(0)\n"), SUM))
                .isInstanceOf(Execution.Crashed.class);
    }

    @Test
    void an_endless_loop_is_timed_out_by_processor_time() throws Exception {
        String looping = cart("count = self._lines.get(article, 0)", "count = 0\n        while count == 0: pass");
        Digest snapshot = snapshots.sample();
        Path declaration = snapshots.tree(snapshot).resolve("elenchus.json");
        Files.writeString(
                declaration, Files.readString(declaration).replace("\"cpuSeconds\": 20", "\"cpuSeconds\": 1"));
        try (Sandbox sandbox = snapshots.sandbox()) {
            assertThat(sandbox.executeAfresh(new ExecutionRequest(
                            snapshot,
                            Overlay.of(Map.of("storefront/cart.py", looping)),
                            List.of(new TestRun(SUM, 1)),
                            false)))
                    .isInstanceOf(Execution.TimedOut.class);
        }
    }

    @Test
    void runs_repeat_exactly() throws Exception {
        Map<String, String> broken = Map.of("storefront/cart.py", cart("sum(self.line", "max(self.line"));

        assertThat(run(broken, SUM, BULK)).isEqualTo(run(broken, SUM, BULK));
    }
}
