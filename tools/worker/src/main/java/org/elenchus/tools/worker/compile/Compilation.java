package org.elenchus.tools.worker.compile;

import java.util.List;
import java.util.Map;

/** What became of compiling an edit. */
public sealed interface Compilation {
    /** Class files by binary name, as the compiler wrote them. */
    record Compiled(Map<String, byte[]> classes) implements Compilation {}

    /**
     * The compiler found errors, or failed.
     *
     * @param errors at most 10, each cut to 300 characters
     * @param places where all errors are; none where the compiler failed
     */
    record Refused(List<String> errors, List<Place> places) implements Compilation {
        public Refused {
            errors = List.copyOf(errors);
            places = List.copyOf(places);
        }
    }

    /** A character of a source text. @param path of the source @param offset from 0; negative where unknown */
    record Place(String path, long offset) {}
}
