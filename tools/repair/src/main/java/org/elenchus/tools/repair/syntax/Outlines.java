package org.elenchus.tools.repair.syntax;

/** Outlines of files by content, of the most recently used ones. Thread-safe. */
public final class Outlines {
    private final RecentTexts<Outline> recent;

    /** @param capacity characters of source kept, the texts themselves included */
    public Outlines(long capacity) {
        this.recent = new RecentTexts<>(capacity, Outline::of);
    }

    Outline of(String text) {
        return recent.of(text);
    }
}
