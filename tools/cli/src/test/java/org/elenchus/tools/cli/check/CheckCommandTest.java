package org.elenchus.tools.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Typed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Python repository with its own unittest suite, through prepare, a hand-written task and the four gates. */
class CheckCommandTest {
    private static final Path SAMPLE = Path.of("../verifier/src/test/resources/samples/storefront");
    private static final String BULK = "tests.test_cart.CartTest#test_ten_of_an_article_are_five_percent_off";

    @TempDir
    Path folder;

    private Path shop;

    @BeforeEach
    void copy() throws Exception {
        assumeTrue(
                Stream.of("/usr/local/bin", "/usr/bin", "/bin")
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "python3"))),
                "SKIPPED: there is no python3 on this machine");
        shop = folder.resolve("shop");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.toList()) {
                Path target = shop.resolve(SAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private Typed check(String path, String removed, String added, String... more) throws Exception {
        Path diff = Files.writeString(
                folder.resolve("bug.diff"),
                "--- a/" + path + "\n+++ b/" + path + "\n@@ -1 +1 @@\n-" + removed + "\n+" + added + "\n");
        return Typed.in(
                folder.resolve("data"),
                Stream.concat(
                                Stream.of("tasks", "check", "--repo", "dir:" + shop, "--patch", diff.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void a_bug_that_a_test_tells_passes_all_four_gates() throws Exception {
        Typed typed = check("storefront/cart.py", "        if count >= BULK:", "        if count > BULK:");

        assertThat(typed.err()).doesNotContain("elenchus: ");
        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out())
                .contains("12 trusted tests")
                .containsSubsequence("format     passed", "grounding  passed", "execution  passed", "semantics  passed")
                .containsSubsequence(
                        "FAIL_TO_PASS (1)", BULK, "AssertionError: 1200 != 1140", "PASS_TO_PASS (11)", "valid");
    }

    @Test
    void scripts_read_the_same_as_json_and_a_second_check_finds_the_same_task() throws Exception {
        String removed = "        if count >= BULK:";
        String added = "        if count > BULK:";
        JsonNode first = ProtocolJson.mapper()
                .readTree(check("storefront/cart.py", removed, added, "--json").out());
        JsonNode second = ProtocolJson.mapper()
                .readTree(check("storefront/cart.py", removed, added, "--json").out());

        assertThat(first.path("verdict").asText()).isEqualTo("valid");
        assertThat(first.path("failToPass")).hasSize(1);
        assertThat(first.path("failToPass").get(0).asText()).isEqualTo(BULK);
        assertThat(first.path("passToPass")).hasSize(11);
        assertThat(first.path("evidence")).hasSize(3);
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storefront/cart.py | BULK = 10 | BULK = 5 + 5 | semantics | no test is seen to fail",
                "storefront/cart.py | BULK = 10 | BULK = ( | execution | ends its worker",
                "storefront/cart.py | BULK = 11 | BULK = 12 | format | does not apply",
                "storefront/cart.py | BULK = 10 | BULK = 10 | format | as it is",
                "storefront/none.py | a | b | grounding | there is no file storefront/none.py",
                "tests/test_cart.py | import unittest | import os | format | not a path of a main source file",
                "elenchus.json | { | [ | format | not a path of a main source file",
                "../shop/storefront/cart.py | a | b | format | leads out",
                ".git/hooks/pre-commit | a | b | format | leads out"
            })
    void what_is_no_task_is_rejected_by_the_gate_that_sees_it(
            String path, String removed, String added, String gate, String reason) throws Exception {
        Typed typed = check(path, removed, added);

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out().lines())
                .anySatisfy(line -> assertThat(line).startsWith(gate).contains("rejected", reason));
    }

    @Test
    void an_exit_while_tests_are_loaded_does_not_pass_for_a_green_suite() throws Exception {
        Typed typed = check("storefront/cart.py", "BULK = 10", "import os; os._exit(0)");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.out()).contains("execution  rejected");
    }

    @Test
    void a_mistake_in_the_declaration_is_one_line_with_its_remedy() throws Exception {
        Files.writeString(shop.resolve("elenchus.json"), "{\"version\": 1, \"langauge\": \"python\"}");

        Typed typed = check("storefront/cart.py", "BULK = 10", "BULK = 11");

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("'langauge' is not known", "language");
    }

    @Test
    void evolve_refuses_a_declared_repository_at_the_door() {
        Typed typed = Typed.in(folder.resolve("data"), "evolve", "--train", "dir:" + shop);

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("declares a test command", "elenchus tasks check");
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
