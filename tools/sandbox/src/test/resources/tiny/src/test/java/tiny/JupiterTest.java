package tiny;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JupiterTest {
    final Calculator calculator = new Calculator();

    @Test
    void adds() {
        assertEquals(5, calculator.add(2, 3));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,3", "3,6"})
    void sums(int n, int sum) {
        assertEquals(sum, calculator.sumTo(n));
    }

    @Test
    void signsPositive() {
        assertEquals("positive", calculator.sign(3));
    }

    @Test
    void signsNegative() {
        assertEquals("negative", calculator.sign(-3));
    }

    @Test
    void names() {
        assertEquals("positive7", new Names().of(calculator));
    }

    @Test
    void within() {
        assertEquals(8, Names.LIMIT + 1);
    }

    @Test
    void goesDeep() {
        assertEquals(100, calculator.depth(100));
    }

    @Test
    void pauses() throws InterruptedException {
        calculator.pause(2);
    }

    @Test
    @Disabled("not now")
    void disabled() {}

    @Test
    void assumes() {
        assumeTrue(calculator.add(1, 1) == 3, "odd arithmetic");
    }

    @Test
    void spoilsItsJvm() throws Exception {
        Locale.setDefault(Locale.GERMANY);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        System.setProperty("tiny.leak", "yes");
        System.setProperty("user.name", "nobody");
        calculator.add(0, 0);
        java.nio.file.Files.createFile(java.nio.file.Paths.get("left.txt"));
        Thread.currentThread().interrupt();
    }

    @Test
    void findsNothingSpoilt() {
        assertEquals(Locale.US, Locale.getDefault());
        assertEquals("UTC", TimeZone.getDefault().getID());
        assertEquals(null, System.getProperty("tiny.leak"));
        assertEquals(false, Thread.currentThread().isInterrupted());
        assertEquals(false, java.nio.file.Files.exists(java.nio.file.Paths.get("left.txt")));
    }

    @Test
    void countsFromZero() {
        assertEquals(0, Calculator.calls);
    }

    @Test
    void findsResources() throws Exception {
        assertEquals(5, ClassLoader.getSystemResourceAsStream("words.txt").available());
        assertEquals(5, JupiterTest.class.getResourceAsStream("/words.txt").available());
        assertEquals(5, java.nio.file.Files.size(java.nio.file.Paths.get("src/test/resources/words.txt")));
    }

    @Test
    void seesNothingOfTheWorker() {
        for (String name : new String[] {"org.elenchus.tools.worker.Worker", "org.objectweb.asm.ClassReader",
                "org.elenchus.tools.worker.probe.Meter"}) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException e) {
                continue;
            }
            throw new AssertionError(name + " is in sight");
        }
    }

    @Nested
    class Inner {
        @Test
        void addsToo() {
            assertEquals(4, calculator.add(2, 2));
        }
    }
}
