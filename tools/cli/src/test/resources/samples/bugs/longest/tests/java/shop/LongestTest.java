package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LongestTest {
    @Test
    void it_is_found() {
        assertEquals("eraser", Longest.of(Arrays.asList("pen", "eraser", "ink")));
        assertEquals("ruler", Longest.of(Arrays.asList("ruler", "paper")));
    }
}
