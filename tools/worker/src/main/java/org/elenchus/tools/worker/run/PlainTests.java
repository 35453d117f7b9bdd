package org.elenchus.tools.worker.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which tests of a snapshot are plain, found out as they are first run. Edits do not reach test sources, so it stays true. */
public final class PlainTests {
    private final Predicate<String> testClass;
    private final Map<String, Optional<PlainTest>> byTest = new HashMap<>();

    /** @param testClass whether a class, by binary name, is one of the snapshot's test classes */
    public PlainTests(Predicate<String> testClass) {
        this.testClass = testClass;
    }

    Optional<PlainTest> of(String test, TestMethod method, ClassLoader loader) {
        return byTest.computeIfAbsent(test, id -> PlainTestReader.read(method, loader, testClass));
    }
}
