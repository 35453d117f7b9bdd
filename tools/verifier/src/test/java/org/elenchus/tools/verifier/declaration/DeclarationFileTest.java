package org.elenchus.tools.verifier.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.verifier.declaration.Declaration.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationFileTest {
    private static final String GOOD = """
            {
              "version": 1,
              "language": "python",
              "sources": {"folders": ["shop"], "extensions": [".py"], "except": ["shop/testing", "*_test.py"]},
              "command": ["python3", "run.py", "{report}", "{tests}"],
              "select": "{class}::{name}",
              "report": {"format": "junit-xml"},
              "environment": {"DATA": "{checkout}/data"},
              "exclude": ["docs"],
              "limits": {"cpuSeconds": 5}
            }
            """;
    private static final Places PLACES = new Places("/c", "/h", "/r", "/l");

    private static Declaration parse(String json) throws DeclarationFault {
        return DeclarationFile.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everything_declared_is_understood() throws Exception {
        Declaration declaration = parse(GOOD);

        assertThat(declaration.words(List.of(new TestId("a.B", "c")), PLACES))
                .containsExactly("python3", "run.py", "/r", "a.B::c");
        assertThat(declaration.words(List.of(), PLACES)).containsExactly("python3", "run.py", "/r");
        assertThat(declaration.variables(PLACES)).containsEntry("DATA", "/c/data");
        assertThat(declaration.limits().cpuSeconds()).isEqualTo(5);
        assertThat(declaration.limits().wallSeconds()).isEqualTo(Limits.USUAL.wallSeconds());
        assertThat(declaration.isExcluded("docs/a.md")).isTrue();
        assertThat(declaration.isExcluded("docs2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "shop/cart.py, true",
        "shop/deep/er/cart.py, true",
        "shop/cart.txt, false",
        "shopping/cart.py, false",
        "cart.py, false",
        "shop/testing/fake.py, false",
        "shop/cart_test.py, false",
        "shop/conftest.py, false",
        "shop/setup.py, false",
        "shop/.hidden/a.py, false",
        "shop/../cart.py, false",
        "/shop/cart.py, false",
        "shop/.git/hooks/a.py, false",
        "shop//cart.py, false"
    })
    void only_main_sources_may_be_edited(String path, boolean may) throws Exception {
        assertThat(parse(GOOD).isSource(path)).isEqualTo(may);
    }

    @Test
    void the_declaration_itself_is_never_a_source() throws Exception {
        Declaration all = parse(GOOD.replace("\".py\"", "\".json\"")
                .replace("\"shop\"", "\"src\"")
                .replace("\"folders\": [\"src\"], ", ""));

        assertThat(all.isSource("data.json")).isTrue();
        assertThat(all.isSource("elenchus.json")).isFalse();
        assertThat(all.isSource("package.json")).isFalse();
    }

    @Test
    void tests_whose_names_look_like_options_are_not_passed_on() throws Exception {
        assertThat(parse(GOOD).words(List.of(new TestId("--config=evil", "x")), PLACES))
                .containsExactly("python3", "run.py", "/r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1 | \"version\": 2 | version must be 1",
                "\"language\": \"python\", | | language is missing",
                "\"command\" | \"comand\" | 'comand' is not known",
                "{report} | x | told where to report",
                "\"junit-xml\" | \"text\" | junit-xml or tap",
                "[\"shop\"] | [\"../shop\"] | below the repository's folder",
                "[\"shop\"] | [\"/etc\"] | below the repository's folder",
                "\".py\" | \"py\" | endings such as",
                "\"docs\" | \"elenchus.json\" | exclude may not name",
                "\"DATA\" | \"DA=TA\" | no name of a variable",
                "\"cpuSeconds\": 5 | \"cpuSeconds\": 0 | limits.cpuSeconds",
                "\"cpuSeconds\": 5 | \"cpuSeconds\": \"5\" | elenchus.json, line",
                "\"{class}::{name}\" | \"x\" | select must hold"
            })
    void a_mistake_is_named_with_what_to_write_instead(String right, String wrong, String said) {
        assertThatThrownBy(() -> parse(GOOD.replace(right, wrong == null ? "" : wrong)))
                .isInstanceOf(DeclarationFault.class)
                .hasMessageStartingWith("elenchus.json")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{", "{}x", "{\"version\":1,\"version\":1}", "{\"environment\":{\"A\":null}}"})
    void what_is_no_declaration_is_refused(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(DeclarationFault.class);
    }

    @Test
    void a_declaration_is_small_and_shallow() {
        assertThatThrownBy(() -> parse(" ".repeat(70_000))).hasMessageContaining("larger");
        assertThatThrownBy(() -> parse("[".repeat(5_000))).isInstanceOf(DeclarationFault.class);
    }
}
