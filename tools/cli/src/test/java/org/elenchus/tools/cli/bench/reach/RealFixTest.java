package org.elenchus.tools.cli.bench.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.repair.mending.Mend;
import org.junit.jupiter.api.Test;

class RealFixTest {
    private static final String TEXT = "class A { int a(int b) { if (b %s 3) { return 1; } return %s; } }";

    /** Made by an edit that undoes no mutation. */
    private static final String REFUSING =
            TEXT.formatted("<", "2").replace("return 2;", "throw new UnsupportedOperationException();");

    private static RealFix fix(String task, String category, String fixed, boolean near, boolean made) {
        return new RealFix(
                task,
                category,
                Mend.of(Map.of("A.java", TEXT.formatted("<", "2")), Map.of("A.java", fixed)),
                Optional.of(new RealFix.Localised(7, near, made)));
    }

    private final List<RealFix> fixes = List.of(
            fix("one", "condition", TEXT.formatted("<=", "2"), true, true),
            fix("two", "condition", TEXT.formatted("<=", "-1"), true, false),
            fix("three", "literal", TEXT.formatted("< unheardOf() +", "2"), false, false));

    @Test
    void fixes_are_counted_by_category_and_by_what_failing_tests_lead_to() {
        String text = ReachText.ofFixes(fixes);

        assertThat(text)
                .containsPattern("condition +2 +1 +1 +0")
                .containsPattern("literal +1 +0 +0 +1")
                .contains("next to it in 2 of 3, to the place of the first mending edit in 1")
                .contains("1 of 3 by one edit, 1 by two, 1 by neither");
    }

    @Test
    void json_has_the_edits_of_each_and_whether_tests_lead_there() throws Exception {
        JsonNode pairs = ProtocolJson.mapper()
                .readTree(ReachJson.text(1, Map.of(), fixes))
                .at("/pairs");

        assertThat(pairs.at("/0/edits/0/operator").asText()).isEqualTo("boundary");
        assertThat(pairs.at("/1/edits")).hasSize(2);
        assertThat(pairs.at("/0/localised/places").asInt()).isEqualTo(7);
        assertThat(pairs.at("/0/localised/made").asBoolean()).isTrue();
        assertThat(pairs.at("/2/miss").asText()).isEqualTo("ingredient not in the file");
        assertThat(pairs.at("/2/category").asText()).isEqualTo("literal");
    }

    @Test
    void a_template_counts_apart_from_its_library_once_another_library_has_it_too() {
        RealFix undoing = fix("a/1", "condition", TEXT.formatted("<=", "2"), true, true);
        RealFix further = fix("a/2", "result", REFUSING, true, true);
        RealFix elsewhere = fix("b/1", "result", REFUSING, true, true);
        RealFix not = fix("b/2", "literal", TEXT.formatted("< unheardOf() +", "2"), true, false);

        assertThat(further.reading().made()).allMatch(f -> f.edit().further());
        LibrariesApart alone = new LibrariesApart(List.of(undoing, further, not));
        assertThat(List.of(undoing, further, not))
                .filteredOn(alone::isMadeWithoutItsOwn)
                .containsExactly(undoing);
        LibrariesApart both = new LibrariesApart(List.of(undoing, further, elsewhere, not));
        assertThat(List.of(undoing, further, not))
                .filteredOn(both::isMadeWithoutItsOwn)
                .containsExactly(undoing, further);
    }
}
