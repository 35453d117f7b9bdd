package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void one_is_not_cheaper() {
        assertEquals(120, Price.of(1, 120));
    }

    @Test
    void nine_are_not_cheaper() {
        assertEquals(1080, Price.of(9, 120));
    }

    @Test
    void ten_are_cheaper() {
        assertEquals(1140, Price.of(10, 120));
    }

    @Test
    void ten_of_another_price_are_cheaper() {
        assertEquals(950, Price.of(10, 100));
    }

    @Test
    void eleven_are_cheaper() {
        assertEquals(1045, Price.of(11, 100));
    }
}
