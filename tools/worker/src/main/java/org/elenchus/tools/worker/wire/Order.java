package org.elenchus.tools.worker.wire;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the owner asks. {@code root} is the absolute path of a snapshot's folder. */
public sealed interface Order {
    String root();

    /** Compile main and test sources into the class folders. */
    record Build(String root) implements Order {}

    /** List the tests of a built snapshot. */
    record Discover(String root) implements Order {}

    /** Compile the overlay (path relative to the main source root → whole text) and run the tests in order. */
    record Execute(String root, SortedMap<String, String> overlay, List<TestOrder> tests, boolean coverage)
            implements Order {
        public Execute {
            overlay = Collections.unmodifiableSortedMap(new TreeMap<>(overlay));
            tests = List.copyOf(tests);
        }
    }

    /** One test method, {@code method} written {@code name(ParameterTypes)}, and the line probes it may pass. */
    record TestOrder(String className, String method, long fuel) {
        public String id() {
            return className + "#" + method;
        }
    }
}
