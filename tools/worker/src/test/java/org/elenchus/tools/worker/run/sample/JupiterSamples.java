package org.elenchus.tools.worker.run.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that are run as subjects, not as tests of this project. */
public final class JupiterSamples {
    private JupiterSamples() {}

    public static class Base {
        static final List<String> CALLS = new ArrayList<>();

        @BeforeAll
        static void openAll() {
            CALLS.add("open all");
        }

        @BeforeEach
        void open() {
            CALLS.add("open");
        }

        @AfterEach
        void close() {
            CALLS.add("close");
            System.setProperty("elenchus.calls", String.join(",", CALLS));
        }

        @Test
        void inherited() {
            assertEquals(List.of("open all", "open", "prepare"), CALLS);
        }
    }

    public static class SubjectCase extends Base {
        @BeforeEach
        void prepare() {
            CALLS.add("prepare");
        }

        @AfterAll
        static void closeAll() {
            CALLS.add("close all");
        }

        @Test
        void passes() {
            assertEquals(List.of("open all", "open", "prepare"), CALLS);
        }

        @Test
        void fails() {
            assertEquals(1, CALLS.size());
        }

        @Test
        void errs() {
            throw new IllegalStateException("on purpose");
        }

        @Test
        void assumes() {
            Assumptions.assumeTrue(false, "not today");
        }

        @Test
        @Disabled("off")
        void disabled() {}

        @RepeatedTest(2)
        void repeats() {}

        @Test
        void asks(TestInfo info) {
            assertTrue(info.getTestMethod().isPresent());
        }

        @Test
        @Timeout(5)
        void limited() {}

        @Test
        void overflows() {
            overflows();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void overflowsOnce(int invocation) {
            if (invocation == 2) {
                overflows();
            }
            assertEquals(2, invocation);
        }

        @Test
        void findsOverflow() {
            assertThrows(IllegalStateException.class, this::overflows);
        }
    }

    public static class OverridingBase {
        protected final List<String> calls = new ArrayList<>();

        @BeforeEach
        protected void open() {
            calls.add("base");
        }

        @BeforeEach
        public void dropped() {
            throw new IllegalStateException("overridden without its annotation");
        }

        @Test
        public void overridden() {
            fail("the base's");
        }
    }

    public static class OverridingMiddle extends OverridingBase {
        @Override
        public void dropped() {}
    }

    public static class OverridingCase extends OverridingMiddle {
        @Override
        @BeforeEach
        protected void open() {
            super.open();
            calls.add("own");
        }

        @Override
        @Test
        public void overridden() {
            assertEquals(List.of("base", "own"), calls);
        }
    }

    public static class ClosingFailsCase {
        @AfterEach
        void close() {
            throw new IllegalStateException("closing");
        }

        @Test
        void passes() {}

        @Test
        void fails() {
            fail("the test");
        }
    }

    public static class OpeningFailsCase {
        @BeforeAll
        static void open() {
            throw new IllegalStateException("opening");
        }

        @Test
        void never() {}
    }

    public static class NotMadeCase {
        NotMadeCase() {
            throw new IllegalArgumentException("not made");
        }

        @Test
        void never() {}
    }

    public static class NotInitialisedCase {
        static final int NUMBER = Integer.parseInt("none");

        @Test
        void never() {
            assertEquals(1, NUMBER);
        }
    }

    public static class WithFolderCase {
        @TempDir
        java.nio.file.Path folder;

        @Test
        void hasFolder() {
            assertTrue(folder.toFile().isDirectory());
        }
    }
}
