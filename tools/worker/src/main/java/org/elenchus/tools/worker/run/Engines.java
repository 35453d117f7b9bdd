package org.elenchus.tools.worker.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which engine runs which test of a snapshot, learnt as they run: asking the other engine each time costs as much as a small test. */
public final class Engines {
    private final Map<String, String> byTest = new ConcurrentHashMap<>();

    @Nullable
    String of(String test) {
        return byTest.get(test);
    }

    void learn(String test, String engine) {
        byTest.put(test, engine);
    }
}
