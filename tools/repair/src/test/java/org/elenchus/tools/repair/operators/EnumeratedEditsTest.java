package org.elenchus.tools.repair.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.elenchus.tools.repair.Samples;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

class EnumeratedEditsTest {
    private static final List<SourceFile> FILES =
            Samples.NAMES.stream().map(Samples::text).map(Samples::parsed).toList();

    @Property(tries = 150)
    void every_enumerated_edit_changes_the_text_and_parses(
            @ForAll @IntRange(max = 1) int file, @ForAll @IntRange(max = 10_000) int at, @ForAll boolean breaking) {
        SourceFile source = FILES.get(file);
        Place place = source.places().get(at % source.places().size());
        List<CandidateEdit> edits = EditCatalogue.edits(source, place, breaking ? Purpose.BREAK : Purpose.MEND);
        TreeSet<String> texts = new TreeSet<>();
        for (CandidateEdit edit : edits) {
            assertThat(source.text().startsWith(edit.removed(), edit.offset())).isTrue();
            String changed = edit.applyTo(source.text());
            assertThat(changed).isNotEqualTo(source.text());
            assertThat(texts.add(changed)).as("offered once: %s", edit).isTrue();
        }
        if (!edits.isEmpty()) {
            CandidateEdit edit = edits.get(at % edits.size());
            assertThat(SourceFile.parses(edit.applyTo(source.text())))
                    .as("parses: %s", edit)
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void an_operator_undoes_what_its_inverse_did(@ForAll Operator operator) {
        assertThat(operator.mendedBy().mendedBy()).isEqualTo(operator);
    }
}
