package org.elenchus.tools.worker.run.sample;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import junit.framework.TestCase;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Classes that are run as subjects, not as tests of this project. */
public final class VintageSamples {
    private VintageSamples() {}

    public static class SubjectCase {
        private static final List<String> CALLS = new ArrayList<>();

        @BeforeClass
        public static void openAll() {
            CALLS.add("open all");
        }

        @Before
        public void open() {
            CALLS.add("open");
        }

        @After
        public void close() {
            CALLS.add("close");
        }

        @Test
        public void passes() {
            assertEquals(List.of("open all", "open"), CALLS);
        }

        @Test
        public void fails() {
            assertEquals(1, CALLS.size());
        }

        @Test(expected = IllegalStateException.class)
        public void expects() {
            throw new IllegalStateException();
        }

        @Test
        public void assumes() {
            Assume.assumeTrue("not today", false);
        }
    }

    public static class WithRuleCase {
        @Rule
        public TemporaryFolder folder = new TemporaryFolder();

        @Test
        public void hasFolder() throws Exception {
            assertEquals(true, folder.newFile().exists());
        }
    }

    public static class OldCase extends TestCase {
        private int opened;

        @Override
        protected void setUp() {
            opened++;
        }

        @Override
        protected void tearDown() {
            if (opened != 1) {
                throw new IllegalStateException("closing");
            }
        }

        public void testPasses() {
            assertEquals("testPasses", getName());
        }

        public void testFails() {
            assertEquals(2, opened);
        }

        public void testErrsTwice() {
            opened++;
            throw new IllegalArgumentException("the test");
        }
    }

    public static class NamedCase extends TestCase {
        public NamedCase(String name) {
            super(name);
        }

        public void testName() {
            assertEquals("testName", getName());
        }
    }
}
