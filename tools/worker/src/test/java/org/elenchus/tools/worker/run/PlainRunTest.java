package org.elenchus.tools.worker.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elenchus.tools.worker.host.HostState;
import org.elenchus.tools.worker.run.sample.JupiterSamples;
import org.elenchus.tools.worker.run.sample.VintageSamples;
import org.elenchus.tools.worker.wire.Order.TestOrder;
import org.elenchus.tools.worker.wire.TestReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainRunTest {
    private static final long FUEL = 1_000_000;
    private static final String SAMPLES = "org.elenchus.tools.worker.run.sample.";

    private final HostState host = HostState.capture();
    private final TestRunner runner = new TestRunner(host);

    @AfterEach
    void restore() {
        host.restore(PlainRunTest.class.getClassLoader());
    }

    /** Defines the samples anew, as a candidate's classes are. */
    private static final class FreshClasses extends ClassLoader {
        FreshClasses() {
            super(PlainRunTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null || !name.startsWith(SAMPLES)) {
                    return loaded == null ? super.loadClass(name, resolve) : loaded;
                }
                try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = file.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
    }

    /** All tests of the samples, by id. */
    static List<String> tests() {
        List<String> classes = List.of(JupiterSamples.class, VintageSamples.class).stream()
                .flatMap(outer -> Arrays.stream(outer.getDeclaredClasses()))
                .map(Class::getName)
                .filter(name -> name.endsWith("Case"))
                .sorted()
                .toList();
        return new TestDiscovery(HostState.capture()).discover(classes, new FreshClasses());
    }

    private TestReport run(String test, boolean plain) throws TestRunner.PlatformNeeded {
        int hash = test.indexOf('#');
        TestOrder order = new TestOrder(test.substring(0, hash), test.substring(hash + 1), FUEL);
        return runner.run(
                        List.of(order),
                        new TestRunner.Session(
                                new FreshClasses(),
                                new Naming(name -> name.startsWith(SAMPLES), List.of()),
                                new Engines(),
                                plain ? new PlainTests(name -> name.startsWith(SAMPLES)) : null,
                                null,
                                id -> {},
                                () -> {}))
                .get(0);
    }

    @ParameterizedTest
    @MethodSource("tests")
    void a_plain_run_reports_what_the_platform_reports(String test) throws TestRunner.PlatformNeeded {
        TestReport asked = run(test, false);
        TestReport plain;
        try {
            plain = run(test, true);
        } catch (TestRunner.PlatformNeeded e) {
            return;
        }
        assertThat(plain).isEqualTo(asked);
    }

    @Test
    void what_needs_no_framework_is_plain_and_nothing_else_is() {
        PlainTests plain = new PlainTests(name -> name.startsWith(SAMPLES));
        List<String> found = tests().stream()
                .filter(test -> {
                    int hash = test.indexOf('#');
                    TestMethod method = TestMethod.of(test.substring(0, hash), test.substring(hash + 1));
                    return plain.of(test, method, new FreshClasses()).isPresent();
                })
                .map(test -> test.substring(SAMPLES.length()))
                .toList();
        assertThat(found)
                .containsExactly(
                        "JupiterSamples$ClosingFailsCase#fails()",
                        "JupiterSamples$ClosingFailsCase#passes()",
                        "JupiterSamples$NotInitialisedCase#never()",
                        "JupiterSamples$NotMadeCase#never()",
                        "JupiterSamples$OpeningFailsCase#never()",
                        "JupiterSamples$OverridingCase#overridden()",
                        "JupiterSamples$SubjectCase#assumes()",
                        "JupiterSamples$SubjectCase#errs()",
                        "JupiterSamples$SubjectCase#fails()",
                        "JupiterSamples$SubjectCase#findsOverflow()",
                        "JupiterSamples$SubjectCase#inherited()",
                        "JupiterSamples$SubjectCase#overflows()",
                        "JupiterSamples$SubjectCase#passes()",
                        "VintageSamples$NamedCase#testName()",
                        "VintageSamples$OldCase#testErrsTwice()",
                        "VintageSamples$OldCase#testFails()",
                        "VintageSamples$OldCase#testPasses()",
                        "VintageSamples$SubjectCase#assumes()",
                        "VintageSamples$SubjectCase#fails()",
                        "VintageSamples$SubjectCase#passes()");
    }

    @Test
    void a_class_that_is_not_the_tests_own_is_left_to_the_platform() {
        PlainTests plain = new PlainTests(name -> !name.endsWith("Base"));
        String type = SAMPLES + "JupiterSamples$SubjectCase";
        Optional<PlainTest> read = plain.of(type, TestMethod.of(type, "passes()"), new FreshClasses());
        assertThat(read).isEmpty();
    }

    @Test
    void how_deep_a_runaway_recursion_got_does_not_show_where_it_was_caught() throws TestRunner.PlatformNeeded {
        TestReport report = run(SAMPLES + "JupiterSamples$SubjectCase#findsOverflow()", true);
        assertThat(report.fuel()).isEqualTo(FUEL);
        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        TestReport.Errored.class,
                        errored -> assertThat(errored.cause().exception()).isEqualTo("java.lang.StackOverflowError"));
    }

    @Test
    void a_test_with_a_runaway_recursion_ends_as_one_whatever_its_other_invocations_do() throws Exception {
        TestReport report = run(SAMPLES + "JupiterSamples$SubjectCase#overflowsOnce(int)", true);
        assertThat(report.fuel()).isEqualTo(FUEL);
        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        TestReport.Errored.class,
                        errored -> assertThat(errored.cause().exception()).isEqualTo("java.lang.StackOverflowError"));
    }

    @Test
    void two_failures_of_one_test_are_left_to_the_platform() {
        String test = SAMPLES + "JupiterSamples$ClosingFailsCase#fails()";
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> run(test, true)))
                .isInstanceOf(TestRunner.PlatformNeeded.class);
    }
}
