package org.elenchus.tools.repair.secondorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final String PATH = "A.java";

    private static TextEdit edit(int offset, String removed, String inserted) {
        return new TextEdit(PATH, offset, removed, inserted);
    }

    private static String applied(String text, Patch patch) throws Exception {
        return patch.edits().isEmpty()
                ? text
                : patch.applyTo(Map.of(PATH, text, "B.java", "b")).get(PATH);
    }

    @Test
    void edits_that_do_not_meet_stay_two_and_offsets_are_the_originals() {
        Patch first = new Patch(List.of(edit(0, "aa", "AAAA")));

        assertThat(Composition.of("aabbccdd", first, edit(8, "dd", "D")).edits())
                .containsExactly(edit(0, "aa", "AAAA"), edit(6, "dd", "D"));
    }

    @Test
    void edits_that_meet_become_one_and_what_puts_the_original_back_none() {
        Patch first = new Patch(List.of(edit(2, "bb", "xyz")));

        assertThat(Composition.of("aabbcc", first, edit(3, "yzc", "!")).edits()).containsExactly(edit(2, "bbc", "x!"));
        assertThat(Composition.of("aabbcc", first, edit(3, "y", "Y")).edits()).containsExactly(edit(2, "bb", "xYz"));
        assertThat(Composition.of("aabbcc", first, edit(2, "xyz", "bb")).edits())
                .isEmpty();
    }

    @Test
    void edits_of_other_files_stay() {
        TextEdit other = new TextEdit("B.java", 0, "b", "c");
        assertThat(Composition.of("ab", new Patch(List.of(other)), edit(0, "a", "x"))
                        .edits())
                .containsExactly(other, edit(0, "a", "x"));
    }

    @Test
    void one_patch_leaves_what_the_two_leave_one_after_the_other() throws Exception {
        for (long seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String original = text(random, 12);
            Patch patch = new Patch(List.of());
            String now = original;
            for (int i = 0; i < 5; i++) {
                int offset = random.nextInt(now.length() + 1);
                int end = Math.min(now.length(), offset + random.nextInt(4));
                TextEdit next = edit(offset, now.substring(offset, end), text(random, random.nextInt(4)));
                patch = Composition.of(original, patch, next);
                now = now.substring(0, offset) + next.inserted() + now.substring(end);
                assertThat(applied(original, patch)).as("seed %d", seed).isEqualTo(now);
            }
        }
    }

    private static String text(SplittableRandom random, int length) {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            letters.add(String.valueOf((char) ('a' + random.nextInt(3))));
        }
        return String.join("", letters);
    }
}
