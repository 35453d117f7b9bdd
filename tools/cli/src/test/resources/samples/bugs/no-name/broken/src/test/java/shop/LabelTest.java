package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void blanks_are_left_out() {
        assertEquals("pen", Label.of(" pen "));
    }

    @Test
    void no_name_is_an_empty_label() {
        assertEquals("", Label.of(null));
    }
}
