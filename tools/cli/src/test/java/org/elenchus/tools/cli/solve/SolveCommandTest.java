package org.elenchus.tools.cli.solve;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A small project with four bugs: one off by one, one without a guard, one that adds where it should take, and one not written at all. */
class SolveCommandTest {
    private static final Path SAMPLE = Path.of("src/test/resources/samples/shop");

    @TempDir
    Path folder;

    private Path shop;

    @BeforeEach
    void copy() throws Exception {
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

    private Typed solve(String... more) {
        return Typed.in(
                folder.resolve("data"),
                Stream.concat(Stream.of("solve", "--repo", "dir:" + shop), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String source(String name) throws Exception {
        return Files.readString(shop.resolve("src/main/java/shop").resolve(name));
    }

    @Test
    void three_bugs_are_repaired_one_by_one_and_what_cannot_be_is_given_up_with_a_reason() throws Exception {
        Typed guard = solve("--test", "LabelsTest", "--apply", "--json", folder + "/out.json");
        assertThat(guard.err()).contains("1 of 9 tests fail", "untrained policy");
        assertThat(guard.exitCode()).as(guard.out() + guard.err()).isZero();
        assertThat(guard.out()).contains("--- a/src/main/java/shop/Labels.java", "written: ", "do not prove");
        JsonNode json =
                ProtocolJson.mapper().readTree(folder.resolve("out.json").toFile());
        assertThat(json.path("repaired").asBoolean()).isTrue();
        assertThat(json.path("repairs").path(0).path("mended").path(0).asText())
                .isEqualTo("shop.LabelsTest#no_name_is_an_empty_label()");
        assertThat(json.path("repairs").path(0).path("kept")).hasSize(2);

        assertThat(solve("--test", "CartTest", "--apply").exitCode()).isZero();
        assertThat(source("Cart.java")).contains("line.count() >= BULK").doesNotContain("line.count() > BULK");

        assertThat(solve("--test", "StockTest#what_is_taken_is_gone", "--apply").exitCode())
                .isZero();

        String before = source("Stock.java");
        Typed rest = solve("--budget", "100", "--apply");
        assertThat(rest.exitCode()).isOne();
        assertThat(rest.err()).contains("1 of 12 tests fail: [shop.StockTest#the_scarcest_is_found()]");
        assertThat(rest.out()).contains("not repaired", "--budget");
        assertThat(source("Stock.java")).as("nothing was written").isEqualTo(before);
        try (Stream<Path> files = Files.walk(SAMPLE.resolve("src/test"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(shop.resolve(SAMPLE.relativize(file).toString())).hasSameTextualContentAs(file);
            }
        }
    }

    @Test
    void sources_are_mended_where_the_pom_says_that_they_are() throws Exception {
        Path pom = shop.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace("</project>", "<build><sourceDirectory>source</sourceDirectory></build></project>"));
        Files.move(shop.resolve("src/main/java"), shop.resolve("source"));

        Typed typed = solve("--test", "CartTest", "--apply");

        assertThat(typed.exitCode()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).contains("--- a/source/shop/Cart.java");
        assertThat(shop.resolve("source/shop/Cart.java")).content().contains("line.count() >= BULK");
        assertThat(shop.resolve("src/main")).isEmptyDirectory();
    }

    @Test
    void where_nothing_fails_there_is_nothing_to_repair() throws Exception {
        for (String test : new String[] {"LabelsTest", "CartTest", "StockTest"}) {
            Path file = shop.resolve("src/test/java/shop/" + test + ".java");
            if (test.equals("CartTest")) {
                Files.writeString(
                        file,
                        Files.readString(file)
                                .replace(
                                        "1140, cart.total());\n    }\n\n    @Test\n    void eleven",
                                        "1200, cart.total());\n    }\n\n    @Test\n    void eleven"));
            } else {
                Files.delete(file);
            }
        }

        Typed typed = solve("--json", folder + "/none.json");

        assertThat(typed.exitCode()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).isEqualTo("nothing to repair: all 5 tests pass\n");
        JsonNode json =
                ProtocolJson.mapper().readTree(folder.resolve("none.json").toFile());
        assertThat(json.path("repaired").asBoolean()).isFalse();
        assertThat(json.path("repairs").isArray()).isTrue();
        assertThat(json.path("repairs")).isEmpty();
    }

    @Test
    void a_test_that_does_not_end_is_told_of_and_repaired_when_it_is_named() throws Exception {
        Path sources = shop.resolve("src/main/java/shop");
        Files.writeString(sources.resolve("Steps.java"), """
                package shop;

                final class Steps {
                    private Steps() {}

                    static int to(int goal) {
                        int steps = 0;
                        while (steps < goal) {
                            steps -= 1;
                        }
                        return steps;
                    }
                }
                """);
        Path tests = shop.resolve("src/test/java/shop");
        for (String test : new String[] {"LabelsTest", "CartTest", "StockTest"}) {
            Files.delete(tests.resolve(test + ".java"));
        }
        Files.writeString(tests.resolve("StepsTest.java"), """
                package shop;

                import static org.junit.jupiter.api.Assertions.assertEquals;

                import org.junit.jupiter.api.Test;

                class StepsTest {
                    @Test
                    void none_are_needed_to_nowhere() {
                        assertEquals(0, Steps.to(0));
                    }

                    @Test
                    void three_reach_three() {
                        assertEquals(3, Steps.to(3));
                    }
                }
                """);

        Typed all = solve();
        assertThat(all.exitCode()).as(all.out() + all.err()).isZero();
        assertThat(all.out())
                .contains("1 more give no certain result (shop.StepsTest#three_reach_three(): slow)", "--test");

        Typed named = solve("--test", "StepsTest");
        assertThat(named.exitCode()).as(named.out() + named.err()).isZero();
        assertThat(named.out()).contains("+            steps += 1;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--repo maven:a:b:1 | cannot be repaired in place",
                "--repo dir:nowhere | There is no folder",
                "--repo shop | does not name a repository",
                "--repo dir:. --budget 0 | must be at least 1"
            })
    void what_cannot_be_meant_is_exit_code_2(String options, String said) {
        Typed typed = Typed.in(folder.resolve("data"), ("solve " + options).split(" "));

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains(said);
    }
}
