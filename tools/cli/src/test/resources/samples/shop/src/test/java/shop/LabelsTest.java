package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void blanks_are_dropped() {
        assertEquals("pen", Labels.of("  pen "));
    }

    @Test
    void no_name_is_an_empty_label() {
        assertEquals("", Labels.of(null));
    }

    @Test
    void short_names_are_not_cut() {
        assertEquals("pen", Labels.cut("pen", 3));
    }
}
