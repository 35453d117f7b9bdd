package org.elenchus.tools.repair.syntax;

/** Outlines of files by content, of the most recently used ones. Thread-safe. */
public final class Outlines {
    private final Recent<String, Outline> recent;

    /** @param capacity characters of source kept, the texts themselves included */
    public Outlines(long capacity) {
        this.recent = new Recent<>(capacity, (text, outline) -> text.length());
    }

    Outline of(String text) {
        return recent.of(text, () -> Outline.of(text));
    }
}
