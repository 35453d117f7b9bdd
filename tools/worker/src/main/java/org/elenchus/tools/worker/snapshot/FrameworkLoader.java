package org.elenchus.tools.worker.snapshot;

import java.net.URL;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that code under test can see of the worker: the platform, the test frameworks, and the probes. A library's own copy of a framework
 * is never used.
 */
public final class FrameworkLoader extends ClassLoader {
    private static final List<String> FRAMEWORKS = List.of(
            "org.junit.",
            "junit.framework.",
            "junit.extensions.",
            "junit.runner.",
            "junit.textui.",
            "org.hamcrest.",
            "org.opentest4j.",
            "org.apiguardian.");
    private static final Set<String> PROBES = Set.of(
            "org.elenchus.tools.worker.probe.Probes",
            "org.elenchus.tools.worker.probe.Draws",
            "org.elenchus.tools.worker.probe.Hashes",
            "org.elenchus.tools.worker.probe.Methods",
            "org.elenchus.tools.worker.probe.Now",
            "org.elenchus.tools.worker.probe.Sequential");

    private final ClassLoader worker = FrameworkLoader.class.getClassLoader();

    public FrameworkLoader() {
        super("frameworks", ClassLoader.getPlatformClassLoader());
    }

    /** Whether a class of this name may only come from here. */
    public static boolean owns(String className) {
        return PROBES.contains(className) || FRAMEWORKS.stream().anyMatch(className::startsWith);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (owns(name)) {
            return worker.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    /** Frameworks read resources of their own through their own loader; code under test has none here. */
    @Override
    protected @Nullable URL findResource(String name) {
        return null;
    }
}
