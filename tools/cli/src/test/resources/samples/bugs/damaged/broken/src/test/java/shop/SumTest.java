package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SumTest {
    @Test
    void it_adds() {
        assertEquals(5, Sum.of(2, 3));
    }
}
