package org.elenchus.tools.worker.compile;

import java.util.List;
import java.util.Map;

/** What became of compiling an edit. */
public sealed interface Compilation {
    /** Class files by binary name, as the compiler wrote them. */
    record Compiled(Map<String, byte[]> classes) implements Compilation {}

    /** @param errors at most 10, each cut to 300 characters */
    record Refused(List<String> errors) implements Compilation {}
}
