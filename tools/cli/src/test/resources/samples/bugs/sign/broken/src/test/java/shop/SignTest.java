package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SignTest {
    @Test
    void below_zero_it_is_minus_one() {
        assertEquals(-1, Sign.of(-5));
    }

    @Test
    void zero_has_none() {
        assertEquals(0, Sign.of(0));
    }

    @Test
    void above_zero_it_is_one() {
        assertEquals(1, Sign.of(3));
    }
}
