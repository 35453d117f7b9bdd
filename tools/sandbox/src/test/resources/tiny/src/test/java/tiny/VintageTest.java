package tiny;

import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertEquals;
import static org.hamcrest.MatcherAssert.assertThat;

import org.junit.Test;

public class VintageTest {
    @Test
    public void adds() {
        assertEquals(7, new Calculator().add(3, 4));
    }

    @Test(expected = ArithmeticException.class)
    public void divides() {
        assertThat(1 / (new Calculator().add(1, -1)), is(1));
    }
}
