package tiny;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.Collection;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class TableTest {
    private final int n;

    public TableTest(int n) {
        this.n = n;
    }

    @Parameterized.Parameters
    public static Collection<Object[]> data() {
        return Arrays.asList(new Object[][] {{1}, {2}});
    }

    @Test
    public void isPositive() {
        assertEquals("positive", new Calculator().sign(n));
    }
}
