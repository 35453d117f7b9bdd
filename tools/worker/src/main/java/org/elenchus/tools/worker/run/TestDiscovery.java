package org.elenchus.tools.worker.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.elenchus.tools.worker.host.HostState;
import org.elenchus.tools.worker.probe.Meter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Finds the test methods of compiled classes. */
public final class TestDiscovery {
    /** Anonymous and local classes hold no tests. */
    private static final Pattern LOCAL = Pattern.compile(".*\\$\\d.*");

    /** Parameters of old JUnit classes are computed while they are discovered; this keeps one of them from looping for ever. */
    private static final long FUEL_PER_CLASS = 50_000_000;

    private final TestPlatform platform = new TestPlatform();
    private final HostState host;

    public TestDiscovery(HostState host) {
        this.host = host;
    }

    /** Ids, ascending. Classes that cannot be loaded or looked into have none. */
    public List<String> discover(Collection<String> classNames, ClassLoader loader) {
        SortedSet<String> tests = new TreeSet<>();
        for (String className : classNames) {
            if (!LOCAL.matcher(className).matches()) {
                host.restore(loader);
                tests.addAll(testsOf(className, loader));
            }
        }
        host.restore(ClassLoader.getPlatformClassLoader());
        return List.copyOf(tests);
    }

    private SortedSet<String> testsOf(String className, ClassLoader loader) {
        SortedSet<String> tests = new TreeSet<>();
        Meter meter = Meter.start(FUEL_PER_CLASS, null);
        try {
            Class<?> type = Class.forName(className, false, loader);
            TestPlan plan =
                    platform.launcher().discover(TestPlatform.request(DiscoverySelectors.selectClass(type), null));
            for (TestIdentifier root : plan.getRoots()) {
                for (TestIdentifier identifier : plan.getDescendants(root)) {
                    Optional<TestMethod> method = TestMethod.of(identifier.getSource());
                    method.ifPresent(found -> tests.add(found.toString()));
                }
            }
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            return new TreeSet<>();
        } finally {
            meter.stop();
        }
        return tests;
    }
}
