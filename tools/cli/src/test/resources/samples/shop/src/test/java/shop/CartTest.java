package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CartTest {
    @Test
    void an_empty_cart_costs_nothing() {
        assertEquals(0, new Cart().total());
    }

    @Test
    void lines_add_up() {
        Cart cart = new Cart();
        cart.add("pen", 2, 120);
        cart.add("ink", 1, 900);
        assertEquals(1140, cart.total());
        assertEquals(2, cart.size());
    }

    @Test
    void ten_of_an_article_are_five_percent_off() {
        Cart cart = new Cart();
        cart.add("pen", 10, 120);
        assertEquals(1140, cart.total());
    }

    @Test
    void eleven_are_too_and_nine_are_not() {
        Cart cart = new Cart();
        cart.add("pen", 11, 100);
        cart.add("ink", 9, 100);
        assertEquals(1045 + 900, cart.total());
    }

    @Test
    void counts_are_positive() {
        assertThrows(IllegalArgumentException.class, () -> new Cart().add("pen", 0, 1));
    }
}
