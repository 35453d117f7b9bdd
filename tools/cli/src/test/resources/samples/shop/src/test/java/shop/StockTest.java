package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StockTest {
    @Test
    void what_is_put_is_there() {
        Stock stock = new Stock();
        stock.put("pen", 2);
        stock.put("pen", 3);
        assertEquals(5, stock.count("pen"));
        assertEquals(0, stock.count("ink"));
    }

    @Test
    void what_is_taken_is_gone() {
        Stock stock = new Stock();
        stock.put("pen", 5);
        assertTrue(stock.take("pen", 2));
        assertEquals(3, stock.count("pen"));
    }

    @Test
    void no_more_can_be_taken_than_is_there() {
        Stock stock = new Stock();
        stock.put("pen", 1);
        assertFalse(stock.take("pen", 2));
        assertEquals(1, stock.count("pen"));
    }

    @Test
    void the_scarcest_is_found() {
        Stock stock = new Stock();
        stock.put("pen", 5);
        stock.put("ink", 2);
        stock.put("paper", 9);
        assertEquals("ink", stock.scarcest());
        stock.put("glue", 1);
        assertEquals("glue", stock.scarcest());
    }
}
