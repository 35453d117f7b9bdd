package org.elenchus.tools.worker.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A test method's id: {@code Class#name(ParameterType,…)}. All invocations of a parameterised method share it. */
record TestMethod(String className, String name, String parameters) {
    /** @param method {@code name(ParameterType,…)} */
    static TestMethod of(String className, String method) {
        int open = method.indexOf('(');
        return open < 0
                ? new TestMethod(className, method, "")
                : new TestMethod(className, method.substring(0, open), method.substring(open + 1, method.length() - 1));
    }

    static Optional<TestMethod> of(Optional<TestSource> source) {
        return source.filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(method -> new TestMethod(
                        method.getClassName(), method.getMethodName(), compact(method.getMethodParameterTypes())));
    }

    private static String compact(String types) {
        return Arrays.stream(types.split(",", -1)).map(String::strip).collect(Collectors.joining(","));
    }

    DiscoverySelector selector(ClassLoader loader) {
        return DiscoverySelectors.selectMethod(loader, className, name, parameters);
    }

    @Override
    public String toString() {
        return className + "#" + name + "(" + parameters + ")";
    }
}
