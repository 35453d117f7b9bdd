package tiny;

import junit.framework.TestCase;

public class OldStyleTest extends TestCase {
    public void testAdds() {
        assertEquals(9, new Calculator().add(4, 5));
    }
}
