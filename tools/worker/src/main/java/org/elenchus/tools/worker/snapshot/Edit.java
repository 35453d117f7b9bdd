package org.elenchus.tools.worker.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an overlay comes to when it is compiled into a snapshot. */
public sealed interface Edit {
    /**
     * @param main new class files of main code, by binary name, as the compiler wrote them
     * @param test new class files of tests that had to be compiled again
     * @param hidden classes of the snapshot that are no longer there, or no longer as they were
     */
    record Compiled(Map<String, byte[]> main, Map<String, byte[]> test, Set<String> hidden) implements Edit {
        public static final Compiled NOTHING = new Compiled(Map.of(), Map.of(), Set.of());
    }

    record Refused(List<String> errors) implements Edit {}
}
