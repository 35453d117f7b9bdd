package org.elenchus.tools.repair.syntax;

import java.util.Optional;

/** Parsed files by content, the most recently used ones. Thread-safe. */
public final class SourceFiles {
    private final Recent<String, Optional<SourceFile>> recent;

    /** @param capacity characters of source kept; a tree takes some 60 bytes for each (measured) */
    public SourceFiles(long capacity) {
        this.recent = new Recent<>(capacity, (text, file) -> text.length());
    }

    /** The parsed text; empty when it is not Java. */
    public Optional<SourceFile> parsed(String text) {
        return recent.of(text, () -> SourceFile.parse(text));
    }
}
